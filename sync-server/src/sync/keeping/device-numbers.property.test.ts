import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addNote, type DeviceList, type QuarantineList, type Session } from '@revops/domain';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { asJob, Phone, typed, wires, type WireDocument } from '#src/testing/sync-kit.ts';

let server: TestServer;
let session: Session;
let owner: Phone;

beforeAll(async () => {
  server = await startServer();
  session = await registerOwner(server);
  owner = new Phone(server, session);
});
afterAll(() => server.stop());

/** What becomes of one entry on its way. */
const fates = ['arrives', 'arrives twice', 'is lost', 'comes late', 'is refused', 'is let in'] as const;
type Fate = (typeof fates)[number];
const arrived: readonly Fate[] = ['arrives', 'arrives twice', 'comes late', 'is let in'];

const refusedForm = (entry: WireDocument): WireDocument => ({ ...entry, access: ['everyone'] });

async function letIn(entry: WireDocument): Promise<readonly string[]> {
  const options = { token: owner.session.accessToken };
  const { items } = (await server.call<QuarantineList>('/api/quarantine?limit=200', options)).body;
  const kept = items.find(({ docId }) => docId === entry._id);
  const path = `/api/quarantine/${encodeURIComponent(kept?.id ?? '')}/readmit`;
  const { status } = await server.call(path, { ...options, body: {} });
  return [status === 200 ? 'ok' : String(status)];
}

/** @returns what the server said last. */
async function send(phone: Phone, entry: WireDocument, fate: Fate): Promise<readonly string[]> {
  switch (fate) {
    case 'is lost':
    case 'comes late':
      return [];
    case 'is refused':
      return phone.codes([refusedForm(entry)]);
    case 'is let in':
      await phone.codes([entry]);
      return letIn(entry);
    case 'arrives':
      return phone.codes([entry]);
    case 'arrives twice':
      await phone.codes([entry]);
      return phone.codes([entry]);
  }
}

const said: Readonly<Record<Fate, readonly string[]>> = {
  'is lost': [],
  'comes late': [],
  'is refused': ['access_mismatch'],
  'is let in': ['ok'],
  arrives: ['ok'],
  'arrives twice': ['ok'],
};

it('counts exactly what is held, refused and missing, whatever becomes of each entry on its way', async () => {
  const foreignJob = typed(owner.openJob(), 'job');
  await owner.send([foreignJob]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...fates), { maxLength: 14 }), async (plan) => {
      const phone = new Phone(server, await joinWorkshop(server, session));
      const documents = phone.openJob();
      const job = typed(documents, 'job');
      await phone.send(documents);
      const begun = Math.max(...documents.map(({ n = 0 }) => n));
      const entries = plan.map((fate) => entryOf(phone, fate, { own: job, foreign: foreignJob }));
      for (const [index, entry] of entries.entries()) {
        const fate = plan[index] ?? 'is lost';
        expect(await send(phone, entry, fate)).toEqual(said[fate]);
      }
      const late = entries.filter((_entry, index) => plan[index] === 'comes late').toReversed();
      for (const entry of late) expect(await phone.codes([entry])).toEqual(['ok']);
      const issued = begun + plan.length;
      await phone.call('/', { headers: { 'x-device-issued': String(issued) } });
      const numbersWith = (wanted: readonly Fate[]): number =>
        plan.filter((fate) => wanted.includes(fate)).length;
      expect(await numbersOf(phone)).toEqual({
        issued,
        held: begun + numbersWith(arrived),
        notAccepted: numbersWith(['is refused']),
        missing: numbersWith(['is lost']),
        lost: entries.filter((_entry, index) => plan[index] === 'is lost').map(({ n }) => n),
      });
    }),
    { numRuns: 15 },
  );
});

/** A manager may not write a note on a job of another desk; an owner may let it in. */
function entryOf(phone: Phone, fate: Fate, jobs: { own: WireDocument; foreign: WireDocument }): WireDocument {
  if (fate === 'is let in')
    return typed(wires(addNote(phone.context, asJob(jobs.foreign), 'Seen')), 'jobEvent');
  return typed(phone.pay(jobs.own, 100), 'payment');
}

async function numbersOf(phone: Phone) {
  const options = { token: owner.session.accessToken };
  const { items } = (await server.call<DeviceList>('/api/devices', options)).body;
  const found = items.find(({ id }) => id === phone.context.deviceId);
  if (!found) throw new Error('the phone is listed');
  const { issued, held, notAccepted, missing, gaps = [] } = found;
  const lost = gaps.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  return { issued, held, notAccepted, missing, lost };
}
