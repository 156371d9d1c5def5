import { afterAll, expect, it } from 'vitest';
import type { QuarantineList } from '@revops/domain';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { bodyOf, fresh, type Phone, typed, type WireDocument } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

const post = (phone: Phone, path: string, body: unknown = {}) =>
  server.call<{ error?: { code: string } }>(path, { token: phone.session.accessToken, body });

/** The owner lets in what stands in the list under this name. */
async function lettingIn(docId: string): Promise<string | number> {
  const { accessToken: token } = owner.session;
  const list = await server.call<QuarantineList>('/api/quarantine?limit=200', { token });
  const item = list.body.items.find((one) => one.docId === docId);
  const answer = await post(owner, `/api/quarantine/${item?.id ?? ''}/readmit`);
  return answer.body.error?.code ?? answer.status;
}

async function cash(): Promise<WireDocument> {
  const documents = manager.openJob();
  await manager.send(documents);
  const [payment] = manager.pay(typed(documents, 'job'), 5000_00) as [WireDocument];
  return payment;
}

const forged = (payment: WireDocument, fields: Readonly<Record<string, unknown>>): WireDocument => {
  const body = { ...bodyOf(payment), ...fields };
  const readers = [`desk:${String(body['desk'])}`, `desk:${String(body['collectedBy'])}`];
  return fresh({ ...body, access: [...new Set(readers)].toSorted() });
};

it('makes cash of one manager nobody else’s, whoever lets it in', async () => {
  const lie = forged(await cash(), { collectedBy: second.userId });
  expect(await manager.codes([lie])).toEqual(['not_permitted']);
  expect(await lettingIn(lie._id)).toBe('not_permitted');
});

it('lets nobody write under another’s name, not even what would count as confirmed at once', async () => {
  for (const [other, byOwner] of [
    [owner, true],
    [second, false],
  ] as const) {
    const names = { createdBy: other.userId, device: other.context.deviceId, collectedBy: other.userId };
    const lie = forged(await cash(), { ...names, byOwner });
    expect(await manager.codes([lie])).toEqual(['foreign_creator']);
    expect(await lettingIn(lie._id)).toBe('foreign_creator');
  }
});

it('counts nobody else’s phone on', async () => {
  const lie = forged(await cash(), { device: second.context.deviceId });
  expect(await manager.codes([lie])).toEqual(['foreign_device']);
  expect(await lettingIn(lie._id)).toBe('foreign_device');
});

it('does not pass for what came in meanwhile under the same name and says something else', async () => {
  const payment = await cash();
  const upload = { documents: [{ body: payment }] };
  expect((await post(manager, '/api/quarantine', upload)).status).toBe(200);
  expect(await manager.codes([{ ...payment, amount: 99_00 }])).toEqual(['ok']);
  expect(await lettingIn(payment._id)).toBe('immutable');
  const same = await cash();
  expect((await post(manager, '/api/quarantine', { documents: [{ body: same }] })).status).toBe(200);
  expect(await manager.codes([same])).toEqual(['ok']);
  expect(await lettingIn(same._id)).toBe(200);
});
