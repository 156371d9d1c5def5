// @vitest-environment happy-dom
import { handOverCode, money, type AnyDocument, type HandOverOffer } from '@revops/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { cashPeople, given, givenId } from '#src/components/testing/cash-samples.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { ScanScreen } from './scan-screen.tsx';

let screen: OpenScreen;
afterEach(async () => screen.close());

const offer: HandOverOffer = {
  kind: 'offer',
  settlementId: `settlement:${givenId}`,
  from: 'ravi',
  to: 'meera',
  amount: money(500_000),
  covers: { count: 3, amount: 480_000 },
};
const codeOf = (changes: Partial<HandOverOffer> = {}, workshop = 'w1'): string =>
  handOverCode({ ...offer, ...changes }, workshop) ?? '';

async function read(code: string, documents: readonly AnyDocument[] = []): Promise<void> {
  screen = await openScreen(<ScanScreen />, {}, [...cashPeople, ...documents]);
  await screen.says('There is no camera to use here. Type or paste the code below.');
  await screen.type('Or type the code', code);
  await screen.press('Read the code');
}

describe('a hand-over that is not here yet', () => {
  it('says who gives how much, what it covers and what differs, and is agreed to at once', async () => {
    await read(codeOf());
    await screen.says(/Ravi Kumar hands you ₹5,000/);
    await screen.says('Covers 3 cash payments, ₹4,800. ₹200 of the cash belong to none of them.');
    await screen.press('I have ₹5,000');
    await screen.says("it counts as soon as Ravi Kumar's phone is heard too");
    const answer = document.querySelector('[data-code]')?.getAttribute('data-code') ?? '';
    expect(answer).toMatch(/^[0-9A-Z]{40,80}$/);
  });
});

describe('a hand-over that came over the network first', () => {
  it('is confirmed by the same word', async () => {
    await read(codeOf(), [given(5000)]);
    await screen.press('I have ₹5,000');
    await screen.says('You have ₹5,000 from Ravi Kumar.');
  });

  it('with another amount is not agreed to', async () => {
    await read(codeOf({ amount: money(50_000_00) }), [given(5000)]);
    await screen.says(/came over the network with another amount/);
    expect(screen.text()).not.toContain('I have');
  });
});

describe('what is not for this person', () => {
  it.each([
    ['of another workshop', codeOf({}, 'w2'), /of another workshop. Nothing was agreed/],
    ['mistyped', `X${codeOf().slice(1)}`, /a character is wrong/],
    ['for somebody else', codeOf({ to: 'lata' }), /Only Lata Rao can agree/],
    ['the own one', codeOf({ from: 'meera', to: 'ravi' }), /your own hand-over. Let Ravi Kumar scan it/],
    ['of people nobody knows', codeOf({ from: 'stranger' }), /does not know these people yet/],
  ])('is refused in words: %s', async (_title, code, words) => {
    await read(code);
    await screen.says(words);
    expect(screen.text()).not.toContain('I have');
  });

  it('is an answer to no hand-over of this person', async () => {
    const answer = { ...offer, kind: 'answer', from: 'meera', to: 'ravi' } as const;
    await read(handOverCode(answer, 'w1') ?? '');
    await screen.says(/belongs to none of your hand-overs/);
  });
});

describe('the answer to an own hand-over', () => {
  it('says that it was agreed', async () => {
    const own = { ...given(5000), from: 'meera', to: 'ravi' } as AnyDocument;
    const answer = { ...offer, kind: 'answer', from: 'meera', to: 'ravi' } as const;
    await read(handOverCode(answer, 'w1') ?? '', [own]);
    await screen.says('Ravi Kumar agreed that ₹5,000 are there.');
  });
});
