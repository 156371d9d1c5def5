import { afterAll, expect, it } from 'vitest';
import { cancelPayment, decidePayment, type AnyDocument } from '@revops/domain';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  asPayment,
  bodyOf,
  fresh,
  type Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';
import { releaseClaims } from '../sweeper/open-claims.ts';
import { sweepEarlierUtrs } from './hold-utrs.ts';

const { server, owner, manager, second, store } = await startWorkshop();
afterAll(() => server.stop());

const reference = (): string => `UTR${crypto.randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;

/** Money by UPI, not sent yet. */
async function upi(
  phone: Phone,
  utr: string,
): Promise<readonly [payment: WireDocument, proof: WireDocument]> {
  const documents = phone.openJob();
  await phone.send(documents);
  return phone.pay(typed(documents, 'job'), 700_00, { method: 'upi', utr }) as [WireDocument, WireDocument];
}

const clashesOf = async (payment: AnyDocument) =>
  (await store.view('by-head', { keys: [payment._id] })).filter((row) => row.value === 'paymentClash');
const held = async (utr: string) => (await store.get(`claim:utr:${utr}`))?.['payments'];

it('a proof of a payment that never came holds no bank reference, so nobody’s honest one clashes', async () => {
  const utr = reference();
  const [phantom, early] = await upi(manager, utr);
  expect(await manager.codes([early])).toEqual(['ok']);
  expect(await held(utr)).toBeUndefined();
  const [payment, proof] = await upi(second, utr);
  expect(await second.codes([payment, proof])).toEqual(['ok', 'ok']);
  expect(await clashesOf(payment)).toEqual([]);
  expect(await held(utr)).toEqual([payment._id]);
  // Who came second clashes, once it does come.
  expect(await manager.codes([phantom])).toEqual(['ok']);
  expect(await clashesOf(phantom)).toHaveLength(1);
});

it('a proof holds its reference as soon as its payment comes', async () => {
  const utr = reference();
  const [payment, proof] = await upi(manager, utr);
  expect(await manager.codes([proof])).toEqual(['ok']);
  expect(await manager.codes([payment])).toEqual(['ok']);
  expect(await held(utr)).toEqual([payment._id]);
  expect(await clashesOf(payment)).toEqual([]);
  const [later, its] = await upi(second, utr);
  await second.send([later, its]);
  expect(await clashesOf(later)).toHaveLength(1);
});

it('a proof sent ahead for somebody else’s payment is no proof of it, and a word sent ahead cancels nothing', async () => {
  const utr = reference();
  const [payment] = await upi(second, reference());
  const names = { collectedBy: manager.userId, access: [`desk:${manager.userId}`], desk: manager.userId };
  const [, own] = await upi(manager, utr);
  const early = fresh({ ...bodyOf(own), paymentId: payment._id, ...names });
  const cancelled = cancelPayment(manager.context, asPayment({ ...payment, ...names }), [], 'not mine');
  const [word] = wires(cancelled) as [WireDocument];
  expect(await manager.codes([early, word])).toEqual(['ok', 'ok']);
  expect(await second.codes([payment])).toEqual(['ok']);
  expect(await held(utr)).toBeUndefined();
  expect(await clashesOf(payment)).toEqual([]);
  const decided = decidePayment(owner.context, asPayment(payment), [bodyOf(word)], { verdict: 'confirmed' });
  expect(await owner.codes(wires(decided))).toEqual(['ok']);
});

it('what two gateways saw one half each of is held by whoever sweeps', async () => {
  const utr = reference();
  const [payment, proof] = await upi(manager, utr);
  await store.bulkWrite([payment, proof]);
  await sweepEarlierUtrs(store, payment._id, Date.now());
  await sweepEarlierUtrs(store, payment._id, Date.now());
  expect(await held(utr)).toEqual([payment._id]);
  const [later, its] = await upi(second, utr);
  await store.bulkWrite([later, its]);
  await sweepEarlierUtrs(store, later._id, Date.now());
  expect(await clashesOf(later)).toHaveLength(1);
  expect(await clashesOf(payment)).toEqual([]);
});

it('a claim that an earlier version gave to a phantom is released after a day', async () => {
  const utr = reference();
  const [phantom, early] = await upi(manager, utr);
  await store.bulkWrite([early]);
  const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
  await store.put({
    _id: `claim:utr:${utr}`,
    type: 'claim',
    holder: phantom._id,
    payments: [phantom._id],
    at,
  });
  const [payment, proof] = await upi(second, utr);
  expect(await second.codes([payment, proof])).toEqual(['ok', 'ok']);
  expect(await clashesOf(payment)).toEqual([]);
  const other = reference();
  const id = `claim:utr:${other}`;
  await store.put({ _id: id, type: 'claim', holder: phantom._id, payments: [phantom._id], at });
  await releaseClaims(store, [{ id, at }], Date.now());
  expect(await held(other)).toBeUndefined();
});
