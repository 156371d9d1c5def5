import {
  canonicalJson,
  canRead,
  compareStatus,
  hlcOf,
  ledgerOf,
  loweredFrom,
  type AnyDocument,
  type FieldStamp,
  type JobStatus,
  type Ledger,
} from '@revops/domain';
import { check } from './broken-promise.ts';
import { checkNoLeak } from './leaks.ts';
import type { Disk, Phone } from './phone.ts';

const ZONE = 'Asia/Kolkata';

/** A clock that ran ahead is lowered by the gateway, which keeps what was said under it. */
const hasHeard = (now: FieldStamp | undefined, then: FieldStamp): boolean =>
  hlcOf(now) >= hlcOf(then) || (now !== undefined && loweredFrom(now) >= hlcOf(then));

function hasMoved(now: JobStatus | undefined, then: JobStatus | undefined): boolean {
  if (now === undefined || then === undefined) return true;
  return compareStatus(now, then) >= 0 || (now.of ?? '') >= then.hlc;
}

/** Whether a body still has what another one said: an entry is there, a record's clocks are not behind. */
export function covers(body: AnyDocument, said: AnyDocument): boolean {
  if (body._id !== said._id) return false;
  const [now, then] = [body['status'], said['status']] as (JobStatus | undefined)[];
  if (!hasMoved(now, then)) return false;
  return Object.entries(said.stamps ?? {}).every(([field, stamp]) => hasHeard(body.stamps?.[field], stamp));
}

const coveredBy = (said: AnyDocument, bodies: readonly AnyDocument[] | undefined): boolean =>
  bodies?.some((body) => covers(body, said)) === true;

function byId(bodies: readonly AnyDocument[]): Map<string, AnyDocument[]> {
  const found = new Map<string, AnyDocument[]>();
  for (const body of bodies) found.set(body._id, [...(found.get(body._id) ?? []), body]);
  return found;
}

/** Promise 1, at any time: what was shown as saved is on the phone until the server has acknowledged or taken it over. */
export function checkNothingLost(phone: Phone, disk: Disk): void {
  const held = byId([
    ...disk.journal.map((entry) => entry.body),
    ...disk.tray.map((item) => item.body),
    ...phone.transport.handedOver,
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
function checkRefusals(phone: Phone, disk: Disk, { stored, quarantined }: Server): void {
  check(disk.marks.length === 0, () => `${phone.label} still marks ${disk.marks.join(' ')}`);
  check(
    disk.journal.length === 0,
    () => `${phone.label} still waits: ${disk.journal.map((one) => one.id).join(' ')}`,
  );
  const tray = byId(disk.tray.map((item) => item.body));
  for (const said of phone.saved) {
    const held = [stored, tray, quarantined].some((bodies) => coveredBy(said, bodies.get(said._id)));
    check(
      held,
      () => `promise 3: ${said._id} of ${phone.label} is neither stored, nor in the tray, nor kept`,
    );
  }
  for (const item of disk.tray)
    check(item.code !== '' && item.reason !== '', () => `promise 3: ${item.id} was refused without a reason`);
}

/** Promises 4 and 6: every phone shows what the server has for its keys, with the same totals. */
function checkEqual(phone: Phone, disk: Disk, server: readonly AnyDocument[]): void {
  const { keys } = phone;
  if (keys === undefined) throw new Error(`${phone.label} was not taken back`);
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

/** The device's counter has no gap: every number is stored, in the tray or kept for the owner. */
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

interface Server {
  readonly stored: ReadonlyMap<string, AnyDocument[]>;
  /** What the owner can re-admit. */
  readonly quarantined: ReadonlyMap<string, AnyDocument[]>;
}

/** All promises, after everything was healed and synced. */
export async function checkPromises(
  phones: readonly Phone[],
  documents: readonly AnyDocument[],
  kept: readonly AnyDocument[],
): Promise<void> {
  const server: Server = { stored: byId(documents), quarantined: byId(kept) };
  checkAcknowledged(phones, server.stored);
  const people = [...new Set(phones.map((phone) => phone.user.id))];
  for (const phone of phones) {
    const disk = await phone.disk();
    await checkNoLeak(phone, people);
    checkNothingLost(phone, disk);
    const missing = await phone.missingFiles();
    check(missing.length === 0, () => `${phone.label}: ${missing.join(', ')}`);
    checkTotals(phone, disk);
    checkRefusals(phone, disk, server);
    checkEqual(phone, disk, documents);
    checkNumbers(phone, disk, [...documents, ...kept]);
  }
}
