import { canonicalJson, canRead, ledgerOf, type AnyDocument, type Ledger } from '@revops/domain';
import { check } from './broken-promise.ts';
import { byId, coveredBy, noteArrivalWith } from './covers.ts';
import { checkNoLeak } from './leaks.ts';
import type { Disk } from './phone-disk.ts';
import type { Phone } from './phone.ts';
import type { World } from './world.ts';

/** A phone that has never heard where its workshop is counts by its own days. */
const zoneOf = (documents: readonly AnyDocument[], remembered?: string): string =>
  documents.find(({ type }) => type === 'workshop')?.['timeZone']?.toString() ??
  remembered ??
  Intl.DateTimeFormat().resolvedOptions().timeZone;

export type Bodies = ReadonlyMap<string, AnyDocument[]>;

/** What the server holds, and what a restore took from it for good. */
interface Held {
  readonly stored: Bodies;
  /** What the owner can re-admit. */
  readonly quarantined: Bodies;
  /** In a tray, or among what an owner can bring back, with its reason. */
  readonly listed: Bodies;
  readonly gone: ReadonlySet<AnyDocument>;
  /** What a restore took and phones send again: by then somebody else's word may stand in its place. */
  readonly taken: ReadonlySet<AnyDocument>;
  readonly goneById: Bodies;
  /** Device and number that an owner is told of, because two entries bear them. */
  readonly flagged: ReadonlySet<string>;
}

/** Promise 1, at any time: what was shown as saved is on the phone until the server has acknowledged or taken it over. */
export function checkNothingLost(phone: Phone, disk: Disk): void {
  const { handedOver, acknowledged } = phone.transport.told;
  const held = byId([
    ...disk.journal.map((entry) => entry.body),
    ...disk.tray.map((item) => item.body),
    ...disk.recovery.map((item) => item.body),
    ...handedOver,
    ...acknowledged.map((one) => one.body as unknown as AnyDocument),
  ]);
  for (const said of phone.saved)
    check(coveredBy(said, held.get(said._id)), () => `promise 1: ${phone.label} lost ${said._id}`);
}

/** At any time: no number is ahead of the device's counter, and none was given twice by one phone. */
export function checkCounter(phone: Phone, disk: Disk): void {
  const own = phone.saved.filter((body) => body.device === phone.session.device.id);
  const numbers = [...new Map(own.map((body) => [body._id, body.n])).values()].filter((n) => n !== undefined);
  check(new Set(numbers).size === numbers.length, () => `count: ${phone.label} gave a number twice`);
  const highest = Math.max(0, ...numbers);
  check(highest <= disk.issued, () => `count: ${phone.label} gave ${highest} and counts ${disk.issued}`);
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
  const [shown, recomputed] = [
    rollupsOf(disk),
    totals(ledgerOf(disk.documents, zoneOf(disk.documents, disk.timeZone))),
  ];
  check(shown === recomputed, () => `promise 6: totals of ${phone.label}\n${shown}\n${recomputed}`);
}

interface Word {
  readonly label: string;
  readonly said: AnyDocument;
}

/** What the server has acknowledged up to now; taken before it is looked at, because what lingers may still arrive. */
export const acknowledgedTo = (phones: readonly Phone[]): readonly Word[] =>
  phones.flatMap(({ label, transport }) =>
    transport.told.acknowledged.map(({ body }) => ({ label, said: body as unknown as AnyDocument })),
  );

/** Promise 2: whatever the server ever acknowledged is there, whoever killed it. */
export function checkAcknowledged(
  words: readonly Word[],
  { stored, quarantined, listed, gone, taken }: Held,
): void {
  for (const { label, said } of words) {
    const isKept =
      coveredBy(said, stored.get(said._id)) ||
      (taken.has(said) &&
        (coveredBy(said, quarantined.get(said._id)) || coveredBy(said, listed.get(said._id)))) ||
      gone.has(said);
    check(
      isKept,
      () =>
        `promise 2: the server lost ${said._id} of ${label}\nsaid   ${JSON.stringify(said)}\nstored ${JSON.stringify(stored.get(said._id))}`,
    );
  }
}

/** Promise 3: what the server does not have stays in the tray with its reason; nothing waits any more. */
function checkRefusals(
  phone: Phone,
  disk: Disk,
  { stored, quarantined, goneById, acknowledged }: Held & { readonly acknowledged: Bodies },
): void {
  check(disk.marks.length === 0, () => `${phone.label} still marks ${disk.marks.join(' ')}`);
  check(
    disk.journal.length === 0,
    () => `${phone.label} still waits: ${disk.journal.map((one) => one.id).join(' ')}`,
  );
  const tray = byId([...disk.tray, ...disk.recovery].map((item) => item.body));
  for (const said of phone.saved) {
    noteArrivalWith(said, acknowledged.get(said._id));
    const held = [stored, tray, quarantined, goneById].some((bodies) =>
      coveredBy(said, bodies.get(said._id)),
    );
    check(
      held,
      () => `promise 3: ${said._id} of ${phone.label} is neither stored, nor in the tray, nor kept`,
    );
  }
  for (const item of disk.tray)
    check(item.code !== '' && item.reason !== '', () => `promise 3: ${item.id} was refused without a reason`);
}

/** Promises 4 and 6: every phone shows what the server has for its keys, with the same totals. */
function checkEqual(phone: Phone, disk: Disk, server: readonly AnyDocument[], { goneById }: Held): void {
  const { keys } = phone;
  if (keys === undefined) throw new Error(`${phone.label} was not taken back`);
  const readable = server.filter((document) => canRead(keys, document));
  const expected = new Map(readable.map((document) => [document._id, canonicalJson(document)]));
  const shown = new Map(disk.documents.map((document) => [document._id, canonicalJson(document)]));
  for (const id of new Set([...expected.keys(), ...shown.keys()]))
    check(
      goneById.has(id) || expected.get(id) === shown.get(id),
      () => `promise 4: ${phone.label} differs at ${id}\nserver ${expected.get(id)}\nphone  ${shown.get(id)}`,
    );
  if (goneById.size > 0) return;
  check(
    rollupsOf(disk) === totals(ledgerOf(readable, zoneOf(readable))),
    () => `promise 6: totals of ${phone.label} are not the server's`,
  );
}

/** The device's counter has no gap: every number is stored, in the tray or kept for the owner; a double is flagged. */
function checkNumbers(
  phones: readonly Phone[],
  bodies: readonly AnyDocument[],
  { flagged, stored }: Held,
): void {
  const byDevice = new Map<string, Map<number, Set<string>>>();
  for (const { device, n, _id } of bodies) {
    if (n === undefined) continue;
    const numbers = byDevice.get(device) ?? new Map<number, Set<string>>();
    byDevice.set(device, numbers.set(n, (numbers.get(n) ?? new Set()).add(_id)));
  }
  for (const [device, numbers] of byDevice) {
    const label = phones.find((phone) => phone.session.device.id === device)?.label ?? device;
    const highest = Math.max(...numbers.keys());
    for (let n = 1; n <= highest; n += 1)
      check(numbers.has(n), () => `count: ${label} has a gap at ${n} of ${highest}`);
    for (const [n, bearers] of numbers) {
      // A cloned phone may have written one entry twice: what was refused of it bears another number than what is stored.
      const bears = (body: AnyDocument): boolean => body.device === device && body.n === n;
      const ids = [...bearers].filter((id) => stored.get(id)?.some(bears) === true);
      check(
        ids.length < 2 || ids.some((id) => flagged.has(id)),
        () => `count: ${label} gave ${n} to ${ids.join(' ')}, and nobody is told`,
      );
    }
  }
}

/** What a phone lists as not accepted, or keeps for an owner. */
async function listedOn(phone: Phone): Promise<AnyDocument[]> {
  const { tray, recovery } = await phone.disk();
  return [...tray, ...recovery].map(({ body }) => body);
}

async function readHeld(
  { server, phones, rollback, owner, workshopId }: World,
  documents: readonly AnyDocument[],
) {
  const kept = await server.quarantined(workshopId);
  const flags = await server.flags(workshopId);
  const gone = [...rollback.gone];
  // What an owner erased has numbers too.
  const erased = owner.erasedBodies;
  const held: Held = {
    stored: byId(documents),
    quarantined: byId(kept),
    listed: byId((await Promise.all(phones.map(listedOn))).flat()),
    gone: rollback.gone,
    taken: rollback.taken,
    goneById: byId(gone),
    flagged: new Set(flags.map((flag) => String(flag['documentId']))),
  };
  return { held, bodies: [...documents, ...kept, ...gone, ...erased] };
}

/** All promises, after everything was healed and synced. */
export async function checkPromises(world: World): Promise<readonly AnyDocument[]> {
  const { phones, server, workshopId } = world;
  const words = acknowledgedTo(phones);
  const documents = await server.documents(workshopId);
  const { held, bodies } = await readHeld(world, documents);
  checkAcknowledged(words, held);
  const acknowledged = byId(words.map(({ said }) => said));
  const people = [...new Set(phones.map((phone) => phone.user.id))];
  const all = [...bodies];
  for (const phone of phones) {
    const disk = await phone.disk();
    await checkNoLeak(phone, people);
    checkNothingLost(phone, disk);
    const missing = held.gone.size > 0 ? [] : await phone.missingFiles();
    check(missing.length === 0, () => `${phone.label}: ${missing.join(', ')}`);
    checkTotals(phone, disk);
    checkRefusals(phone, disk, { ...held, acknowledged });
    checkEqual(phone, disk, documents, held);
    all.push(...[...disk.tray, ...disk.recovery].map((item) => item.body));
  }
  checkNumbers(phones, all, held);
  return documents;
}
