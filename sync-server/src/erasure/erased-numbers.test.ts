import { addPhoto, type DeviceItem, type DeviceList } from '@revops/domain';
import { afterAll, expect, it } from 'vitest';
import { hashOf } from '#src/testing/file-kit.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { asJob, fresh, type Phone, typed, wires, type WireDocument } from '#src/testing/sync-kit.ts';

const workshop = await startWorkshop();
const { server, owner, manager, store } = workshop;
afterAll(() => server.stop());

const as = (phone: Phone, path: string, body?: unknown) =>
  server.call(path, { token: phone.session.accessToken, ...(body === undefined ? {} : { body }) });
const erase = async (...ids: readonly string[]): Promise<void> => {
  expect((await as(owner, '/api/erasures', { ids })).status).toBe(200);
};
const numbers = async (phone: Phone): Promise<Partial<DeviceItem>> => {
  const { body } = await server.call<DeviceList>('/api/devices', { token: owner.session.accessToken });
  const { held, notAccepted, erased, missing } =
    body.items.find(({ id }) => id === phone.context.deviceId) ?? ({} as Partial<DeviceItem>);
  return { held, notAccepted, erased, missing } as Partial<DeviceItem>;
};

interface Begun {
  readonly phone: Phone;
  /** What the job took of the phone's numbers. */
  readonly held: number;
  readonly photo: WireDocument;
}

/** A phone whose job has arrived, and a photo of it that was not sent yet. */
async function begun(): Promise<Begun> {
  const phone = await workshop.join();
  const documents = phone.openJob();
  await phone.send(documents);
  const sha256 = hashOf(new TextEncoder().encode(phone.userId));
  const input = { kind: 'before', sha256, size: 10 } as const;
  const photo = typed(wires(addPhoto(phone.context, asJob(typed(documents, 'job')), input)), 'photo');
  return { phone, held: (photo.n ?? 1) - 1, photo };
}

it('an entry that was erased is neither held nor missing', async () => {
  const { phone, held, photo } = await begun();
  await phone.send([photo]);
  expect(await numbers(phone)).toEqual({ held: held + 1, notAccepted: 0, erased: undefined, missing: 0 });
  await erase(photo._id);
  expect(await numbers(phone)).toEqual({ held, notAccepted: 0, erased: 1, missing: 0 });
});

it('one that was erased before it came is accounted for once it was refused', async () => {
  const { phone, held, photo } = await begun();
  await erase(photo._id);
  expect(await phone.codes([photo])).toEqual(['erased']);
  expect(await numbers(phone)).toEqual({ held, notAccepted: 0, erased: 1, missing: 0 });
  expect(await phone.codes([photo])).toEqual(['erased']);
  const [counter] = await store
    .leavesOf([`counter:${phone.context.deviceId}`])
    .then((all) => [...all.values()]);
  expect(counter?.[0]?._rev).toMatch(/^2-/);
});

it('one that had been refused leaves the quarantine and is still accounted for', async () => {
  const { phone, held, photo } = await begun();
  const forged = fresh({ ...photo, access: ['everyone'] });
  expect(await phone.codes([forged])).toEqual(['access_mismatch']);
  expect(await numbers(phone)).toEqual({ held, notAccepted: 1, erased: undefined, missing: 0 });
  await erase(photo._id);
  expect(await numbers(phone)).toEqual({ held, notAccepted: 0, erased: 1, missing: 0 });
});

it('what a removed person hands over of it counts too', async () => {
  const { phone, held, photo } = await begun();
  await erase(photo._id);
  await server.call(`/api/managers/${phone.userId}`, { method: 'DELETE', token: owner.session.accessToken });
  const answer = await as(phone, '/api/quarantine', { documents: [{ body: photo }] });
  expect(answer).toMatchObject({ status: 200, body: { stored: 1 } });
  expect(await numbers(phone)).toEqual({ held, notAccepted: 0, erased: 1, missing: 0 });
});

it('stays so in a database that was put back from before it, where the erasure is done again', async () => {
  const { phone, held, photo } = await begun();
  await phone.send([photo]);
  await erase(photo._id);
  const counter = await store.get(`counter:${phone.context.deviceId}`);
  if (!counter) throw new Error('the gateway counts');
  const { erased: _erased, ...before } = counter;
  await store.put({ ...before, ranges: [[1, held]] });
  await erase(photo._id);
  expect(await numbers(phone)).toEqual({ held, notAccepted: 0, erased: 1, missing: 0 });
});

it('nobody can say it of a phone of somebody else', async () => {
  const { phone, held, photo } = await begun();
  await erase(photo._id);
  expect(await manager.codes([photo])).toEqual(['erased']);
  await phone.call('/', { headers: { 'x-device-issued': String(photo.n) } });
  expect(await numbers(phone)).toEqual({ held, notAccepted: 0, erased: undefined, missing: 1 });
});
