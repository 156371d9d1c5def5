import {
  canonicalJson,
  canRead,
  compareStatus,
  hlcOf,
  keysOf,
  ledgerOf,
  type AnyDocument,
  type JobStatus,
  type Ledger,
} from '@revops/domain';
import type { Disk, Phone } from './phone.ts';

const ZONE = 'Asia/Kolkata';

/** A broken promise, in words. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

function check(holds: boolean, words: () => string): void {
  if (!holds) throw new BrokenPromise(words());
}

/** Whether a body still has what another one said: an entry is there, a record's clocks are not behind. */
export function covers(body: AnyDocument, said: AnyDocument): boolean {
  if (body._id !== said._id) return false;
  const [now, then] = [body['status'], said['status']] as (JobStatus | undefined)[];
  if (now !== undefined && then !== undefined && compareStatus(now, then) < 0) return false;
  return Object.entries(said.stamps ?? {}).every(
    ([field, stamp]) => hlcOf(body.stamps?.[field]) >= hlcOf(stamp),
  );
}

const coveredBy = (said: AnyDocument, bodies: readonly AnyDocument[] | undefined): boolean =>
  bodies?.some((body) => covers(body, said)) === true;

function byId(bodies: readonly AnyDocument[]): Map<string, AnyDocument[]> {
  const found = new Map<string, AnyDocument[]>();
  for (const body of bodies) found.set(body._id, [...(found.get(body._id) ?? []), body]);
  return found;
}

/** Promise 1, at any time: what was shown as saved is on the phone until the server has acknowledged it. */
export function checkNothingLost(phone: Phone, disk: Disk): void {
  const held = byId([
    ...disk.journal.map((entry) => entry.body),
    ...disk.tray.map((item) => item.body),
    ...phone.transport.acknowledged.map((one) => one.body as unknown as AnyDocument),
  ]);
  for (const said of phone.saved)
    check(coveredBy(said, held.get(said._id)), () => `promise 1: ${phone.label} lost ${said._id}`);
}

const totals = (ledger: Ledger): string =>
  canonicalJson(Object.fromEntries([...ledger].map(([key, { amount, count }]) => [key, [amount, count]])));

const rollupsOf = (disk: Disk): string =>
  totals(
    new Map(
      disk.rollups
        .filter(({ key, amount, count }) => !key.startsWith('held|') && (amount !== 0 || count !== 0))
        .map((rollup) => [rollup.key, rollup]),
    ),
  );

/** Promise 6, at any time: the totals on the phone are the sums over what it shows. */
export function checkTotals(phone: Phone, disk: Disk): void {
  const [shown, recomputed] = [rollupsOf(disk), totals(ledgerOf(disk.documents, ZONE))];
  check(shown === recomputed, () => `promise 6: totals of ${phone.label}\n${shown}\n${recomputed}`);
}

/** Promise 2: whatever the server ever acknowledged is there, whoever killed it. */
function checkAcknowledged(phones: readonly Phone[], stored: ReadonlyMap<string, AnyDocument[]>): void {
  for (const phone of phones)
    for (const { id, body } of phone.transport.acknowledged)
      check(
        coveredBy(body as unknown as AnyDocument, stored.get(id)),
        () => `promise 2: the server lost ${id}`,
      );
}

/** Promise 3: what the server does not have stays in the tray with its reason; nothing waits any more. */
function checkRefusals(phone: Phone, disk: Disk, stored: ReadonlyMap<string, AnyDocument[]>): void {
  check(
    disk.journal.length === 0,
    () => `${phone.label} still waits: ${disk.journal.map((one) => one.id).join(' ')}`,
  );
  const tray = byId(disk.tray.map((item) => item.body));
  for (const said of phone.saved) {
    const kept = coveredBy(said, stored.get(said._id)) || coveredBy(said, tray.get(said._id));
    check(kept, () => `promise 3: ${said._id} of ${phone.label} is neither stored nor in the tray`);
  }
  for (const item of disk.tray)
    check(item.code !== '' && item.reason !== '', () => `promise 3: ${item.id} was refused without a reason`);
}

/** Promises 4 and 6: every phone shows what the server has for its keys, with the same totals. */
function checkEqual(phone: Phone, disk: Disk, server: readonly AnyDocument[]): void {
  const keys = keysOf({ userId: phone.user.id, role: phone.user.role });
  const readable = server.filter((document) => canRead(keys, document));
  const expected = new Map(readable.map((document) => [document._id, canonicalJson(document)]));
  const shown = new Map(disk.documents.map((document) => [document._id, canonicalJson(document)]));
  for (const id of new Set([...expected.keys(), ...shown.keys()]))
    check(
      expected.get(id) === shown.get(id),
      () => `promise 4: ${phone.label} differs at ${id}\nserver ${expected.get(id)}\nphone  ${shown.get(id)}`,
    );
  check(
    rollupsOf(disk) === totals(ledgerOf(readable, ZONE)),
    () => `promise 6: totals of ${phone.label} are not the server's`,
  );
}

/** Every JSON object inside a value that looks like a document. */
function* documentsIn(value: unknown): Generator<AnyDocument> {
  if (typeof value !== 'object' || value === null) return;
  if ('_id' in value && 'access' in value) yield value as AnyDocument;
  for (const member of Object.values(value)) yield* documentsIn(member);
}

/** Promise 5: no body outside the rights came, and no word of another desk's notes is in any byte that came. */
function checkNoLeak(phone: Phone, managers: readonly string[]): void {
  const { id, role } = phone.user;
  const keys = keysOf({ userId: id, role });
  for (const text of phone.transport.received) {
    if (text === '') continue;
    for (const document of documentsIn(JSON.parse(text)))
      check(canRead(keys, document), () => `promise 5: ${phone.label} received ${document._id}`);
    if (role === 'owner') continue;
    for (const other of managers)
      check(
        other === id || !text.includes(`For ${other} only`),
        () => `promise 5: ${phone.label} received a note of ${other}`,
      );
  }
}

/** The device's counter has no gap: every number is stored or in the tray. */
function checkNumbers(phone: Phone, disk: Disk, server: readonly AnyDocument[]): void {
  const bodies = [...server, ...disk.tray.map((item) => item.body)].filter(
    (body) => body.device === phone.deviceId,
  );
  const distinct = [...new Set(bodies.flatMap((body) => body.n ?? []))].toSorted((a, b) => a - b);
  check(
    distinct.every((n, index) => n === index + 1),
    () =>
      `${phone.label} has a gap: ${distinct.join(' ')}\n${bodies.map((body) => `${body.n} ${body._id}`).join('\n')}`,
  );
}

/** All promises, after everything was healed and synced. */
export async function checkPromises(phones: readonly Phone[], server: readonly AnyDocument[]): Promise<void> {
  const stored = byId(server);
  checkAcknowledged(phones, stored);
  const people = [...new Set(phones.map((phone) => phone.user.id))];
  for (const phone of phones) {
    const disk = await phone.disk();
    checkNoLeak(phone, people);
    checkNothingLost(phone, disk);
    checkTotals(phone, disk);
    checkRefusals(phone, disk, stored);
    checkEqual(phone, disk, server);
    checkNumbers(phone, disk, server);
  }
}
