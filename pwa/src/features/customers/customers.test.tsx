// @vitest-environment happy-dom
import type { AnyDocument } from '@revops/domain';
import { act, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { byName } from '#src/components/testing/by-name.ts';
import { deliveredJob, jobInHand, rajsCar, rajsCard } from '#src/components/testing/customer-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { CustomerScreen } from './customer-screen.tsx';
import { FoundCustomers, LastCustomers } from './found-customers.tsx';
import { OwingList } from './owing-list.tsx';

// Compiled once before any test, so that no test waits for it on a busy machine.
beforeAll(() => import('#src/components/customers/later-reminder.ts'), 120_000);
let screen: OpenScreen;
afterEach(async () => screen.close());

const everything = [rajsCard, rajsCar, deliveredJob, jobInHand];

const list = async (node: ReactNode, documents: readonly AnyDocument[] = everything) => {
  screen = await openScreen(node, {}, documents);
};
const open = async (address: string, documents: readonly AnyDocument[] = everything) => {
  screen = await openScreen(
    <Routes>
      <Route path="/" element={<Navigate to={address} replace />} />
      <Route path="/customers/:id" element={<CustomerScreen />} />
    </Routes>,
    {},
    documents,
  );
};
const link = (name: string | RegExp): string | null =>
  byName(document.body, 'link', name).getAttribute('href');

describe('customers', () => {
  it.each(['1234', 'raj k', '98123'])('are found without a network by %s', async (query) => {
    await list(<FoundCustomers query={query} current={undefined} />);
    await screen.says('1 customer');
    await screen.says('Raj Kumar');
    await screen.says('₹4,500');
  });

  it('that are not found are said not to be, with the way to a new job', async () => {
    await list(<FoundCustomers query="9999" current={undefined} />);
    await screen.says('Nobody found for “9999” on this phone.');
    expect(link('New job')).toBe('/jobs/new');
  });

  it('who owe stand under the sum of them all', async () => {
    await list(<OwingList current={undefined} />);
    await screen.says(/1 customer owes ₹4,500/);
    await screen.says(/1 job, since/);
  });

  it('are none before the first car came in', async () => {
    await list(<LastCustomers current={undefined} />, []);
    await screen.says('No customer yet. The first one comes with the first car.');
  });
});

describe('a customer’s page', () => {
  it('has ways to reach them, what they owe, cars, what is in hand and what was done', async () => {
    await open('/customers/raj');
    await screen.says('Baner Road, Pune');
    await screen.says(/Still due for 1 job ₹4,500/);
    await screen.says('Brake pads');
    await screen.says('Clutch plate');
    expect(link('Call')).toBe('tel:+919812345678');
    expect(link(/Swift/)).toBe('/customers/car/MH12AB1234');
  });

  it('writes a reminder that a person sends, and remembers for everybody that it was', async () => {
    await open('/customers/raj');
    await screen.press('Remind');
    await screen.says('Not reminded yet.');
    const whatsapp = byName(document.body, 'link', 'Open in WhatsApp');
    const text = new URL(whatsapp.getAttribute('href') ?? '').searchParams.get('text');
    expect(text).toBe(
      'Verma Motors: hello Raj Kumar. ₹4,500 is still open for MH 12 AB 1234. Please pay when you can. Thank you.',
    );
    const sms = byName(document.body, 'link', 'Send as SMS').getAttribute('href') ?? '';
    expect(sms).toMatch(/^sms:\+91\d{10}\?body=/);
    expect(decodeURIComponent(sms.split('body=')[1] ?? '')).toBe(text);
    whatsapp.addEventListener('click', (event) => event.preventDefault());
    await act(async () => whatsapp.click());
    await screen.press('Remind');
    await screen.says(/Reminded today .* by Meera Joshi\./);
  });

  it('says what is due to nobody is nothing, and why a card is not here', async () => {
    await open('/customers/raj', [rajsCard, rajsCar, jobInHand]);
    await screen.says('Nothing is due for finished work.');
    await screen.close();
    await open('/customers/nobody');
    await screen.says('This customer’s card is not on this phone.');
  });
});
