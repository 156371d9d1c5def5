// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readPdf } from '@revops/papers/testing';
import type { AnyDocument } from '@revops/domain';
import plate from '@revops/papers/fonts/plate.ttf?url';
import regular from '@revops/papers/fonts/inter-regular.ttf?url';
import semibold from '@revops/papers/fonts/inter-semibold.ttf?url';
import { Navigate, Route, Routes } from 'react-router';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { byName } from '#src/components/testing/by-name.ts';
import { openScreen, type Answers, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { serverDocument, workshopDocument } from '#src/data/testing/phone.ts';
import { PapersScreen } from './papers-screen.tsx';

let screen: OpenScreen;
const shared: ShareData[] = [];

const { resolve } = createRequire(import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(resolve(`@revops/papers/fonts/${name}.ttf`));
const font = (name: string) => () => new Response(new Uint8Array(bytesOf(name)));
const fonts: Answers = {
  [`GET ${plate}`]: font('plate'),
  [`GET ${regular}`]: font('inter-regular'),
  [`GET ${semibold}`]: font('inter-semibold'),
};

const clock = '1784376000000-0000-d2';
const payment = (id: string, more: object): AnyDocument =>
  serverDocument({
    _id: `payment:${id}`,
    type: 'payment',
    n: 7,
    jobId: 'job:j1',
    desk: 'imran',
    collectedBy: 'imran',
    createdBy: 'imran',
    device: 'd2',
    amount: 1_500_00,
    kind: 'partial',
    method: 'cash',
    receivedAt: '2026-05-01T05:00:00.000Z',
    byOwner: false,
    ...more,
  });

const documents: AnyDocument[] = [
  workshopDocument(),
  serverDocument({
    _id: 'member:imran',
    type: 'member',
    name: 'Imran Shaikh',
    role: 'manager',
    active: true,
    stamps: {},
  }),
  serverDocument({
    _id: 'device:d2',
    type: 'device',
    userId: 'imran',
    code: 'B1',
    label: 'Phone',
    issued: 9,
    stamps: {},
  }),
  serverDocument({
    _id: 'job:j1',
    type: 'job',
    number: 'B1-0042',
    desk: 'imran',
    assigned: [],
    vehicleId: 'vehicle:v1',
    customerId: 'customer:c1',
    customerName: 'Raj Kumar',
    phone: '+919876543210',
    vehicleNumber: 'MH12AB1234',
    workDescription: 'Oil change',
    internalNotes: 'Argues about every rupee',
    estimatedAmount: 5_000_00,
    status: { value: 'completed', round: 0, hlc: clock, completedAt: '2026-05-01T05:00:00.000Z' },
    stamps: {},
  }),
  payment('p1', {}),
  payment('p2', { n: 8, amount: 250_50, device: 'unknown' }),
];

const open = async (at: string, answers: Answers = fonts): Promise<void> => {
  screen = await openScreen(
    <Routes>
      <Route path="/" element={<Navigate to={at} />} />
      <Route path="/jobs/:id/papers" element={<PapersScreen />} />
    </Routes>,
    answers,
    documents,
  );
};
const link = (name: string): HTMLAnchorElement => byName(document.body, 'link', name) as HTMLAnchorElement;
const pictures = (): string[] =>
  Array.from(
    document.querySelectorAll('.task-screen [role=img]'),
    (one) => one.getAttribute('aria-label') ?? '',
  );

// Where the tests of everything run at once, reading jsPDF takes longer than a person would wait for a button.
beforeAll(() => import('./later-papers.ts'));
beforeEach(() => {
  shared.length = 0;
  Object.assign(navigator, {
    canShare: ({ files = [] }: ShareData) => files.length === 1,
    share: async (data: ShareData) => void shared.push(data),
  });
});
afterEach(async () => {
  await screen.close();
  localStorage.clear();
});

it('shows the bill of a finished job and shares the very file that is shown', async () => {
  await open('/jobs/j1/papers');
  await screen.press('Share Bill B1-0042');
  expect(pictures()).toEqual(['Bill B1-0042, page 1 of 1']);
  const [data] = shared;
  const [file] = data?.files ?? [];
  expect(file?.name).toBe('Bill B1-0042 MH12AB1234.pdf');
  expect(data?.text).toBe(
    'Verma Motors: bill for MH 12 AB 1234 (B1-0042) ₹5,000. Still to collect: ₹3,249.50.',
  );
  const { text } = await readPdf((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  const said = text.split('\n');
  for (const one of ['₹5,000.00', '−₹1,750.50', '₹3,249.50', 'B1 · 7', 'MH 12 AB 1234', 'Not a tax invoice.'])
    expect(said).toContain(one);
  expect(text).not.toContain('Argues');
  // Another phone's code would be an invented number.
  expect(text).not.toContain('· 8');
});

it('leads from a slip to its own receipt, and to every other paper by a tap', async () => {
  await open('/jobs/j1/papers?paper=payment:p1');
  await screen.press('Share Receipt B1 · 7');
  expect(shared[0]?.text).toBe('Verma Motors: received ₹1,500 for MH 12 AB 1234 (B1-0042).');
  await screen.press('Job card');
  await screen.press('Share Job card B1-0042');
  expect(shared[1]?.files?.[0]?.name).toBe('Job card B1-0042 MH12AB1234.pdf');
});

it('prints, downloads and writes a message, and remembers the size', async () => {
  const print = vi.fn<() => void>();
  vi.stubGlobal('print', print);
  await open('/jobs/j1/papers');
  await screen.press('58 mm');
  await screen.press('Share Bill B1-0042');
  const { pages } = await readPdf((await shared[0]?.files?.[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(Math.round(pages[0]?.width ?? 0)).toBe(164);
  await screen.press('Print');
  expect(print).toHaveBeenCalledOnce();
  expect(document.querySelector('.print-pages svg')?.getAttribute('width')).toBe('58.00mm');
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  await screen.press('Download');
  const downloaded = clicked.mock.contexts[0] as HTMLAnchorElement;
  expect(downloaded.download).toBe('Bill B1-0042 MH12AB1234.pdf');
  expect(downloaded.href).toMatch(/^blob:/);
  clicked.mockRestore();
  expect(decodeURIComponent(link('WhatsApp').href)).toMatch(
    /^https:\/\/wa\.me\/919876543210\?text=Verma Motors: bill for MH 12 AB 1234/,
  );
  expect(localStorage.getItem('revops-paper-size')).toBe('roll58');
});

it('offers to print first where nothing can be shared', async () => {
  Object.assign(navigator, { canShare: () => false });
  await open('/jobs/j1/papers');
  await screen.says('Download');
  expect(byName(document.body, 'button', 'Print')).toBeInstanceOf(HTMLElement);
  expect(screen.text()).not.toContain('Share');
});

it('says where a job is not on this phone', async () => {
  await open('/jobs/nowhere/papers');
  await screen.says('This job is not on this phone');
});
