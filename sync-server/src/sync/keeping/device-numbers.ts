import type { DocumentStore, StoredDocument, ViewQuery } from '#src/store/document-store.ts';
import { countOf, gapsIn, holds, united, type Ranges } from '../number-ranges.ts';
import { countedIn, counterId } from '../writing/counters.ts';

/** What became of the numbers that a device has given. */
export interface DeviceNumbers {
  readonly issued: number;
  readonly held: number;
  readonly notAccepted: number;
  /** They arrived, or came after it, and an owner has erased them for good. */
  readonly erased: number;
  readonly missing: number;
  readonly gaps: Ranges;
}

/** Asked one by one up to here; more gaps are looked through at once. */
const maxSingleGaps = 50;
const perRead = 5000;
/** What the header may say, too. */
const maxNumber = 999_999_999;
/** A person can look for so many; the rest is told as a number. */
const maxToldGaps = 100;

/**
 * The counters of the gateway say which numbers have arrived; what they miss is looked for among the documents, because
 * a crash may have kept an entry and lost its number. So the cost grows with what is missing, not with what is there.
 */
export async function numbersOf(
  store: DocumentStore,
  devices: readonly StoredDocument[],
): Promise<readonly DeviceNumbers[]> {
  const leaves = await store.leavesOf(devices.map((device) => counterId(idOf(device))));
  return Promise.all(
    devices.map((device) =>
      numbersOfOne(store, device, countedIn(leaves.get(counterId(idOf(device))) ?? [])),
    ),
  );
}

const idOf = ({ _id }: StoredDocument): string => _id.slice('device:'.length);

async function numbersOfOne(
  store: DocumentStore,
  device: StoredDocument,
  { ranges: counted, erased }: ReturnType<typeof countedIn>,
): Promise<DeviceNumbers> {
  const id = idOf(device);
  const said = typeof device['issued'] === 'number' ? device['issued'] : 0;
  // A phone that was signed out for good tells no more how far it had counted; what it wrote does.
  const sent = await refusedOf(store, id, device['userId']);
  const issued = Math.max(said, counted.at(-1)?.[1] ?? 0, sent.at(-1) ?? 0);
  const arrived = united([...counted, ...(await storedIn(store, id, gapsIn(counted, issued)))]);
  const refused = united(sent.filter((n) => !holds(arrived, n)).map((n) => [n, n]));
  const missing = gapsIn(united([...arrived, ...refused]), issued);
  return {
    issued,
    held: countOf(arrived) - countOf(erased),
    notAccepted: countOf(refused),
    erased: countOf(erased),
    missing: countOf(missing),
    gaps: missing.slice(0, maxToldGaps),
  };
}

/** Entries that are stored although their numbers were not noted. */
async function storedIn(store: DocumentStore, id: string, gaps: Ranges): Promise<Ranges> {
  const first = gaps[0]?.[0];
  const last = gaps.at(-1)?.[1];
  if (first === undefined || last === undefined) return [];
  const asked: Ranges = gaps.length > maxSingleGaps ? [[first, last]] : gaps;
  const found = await Promise.all(asked.map((gap) => numbersIn(store, ['n', id], gap)));
  return found.flat();
}

async function numbersIn(
  store: DocumentStore,
  prefix: readonly string[],
  [first, last]: Ranges[number],
): Promise<Ranges> {
  const numbers: [number, number][] = [];
  for (let from = first; from <= last;) {
    const query: ViewQuery = { startKey: [...prefix, from], endKey: [...prefix, last], limit: perRead };
    const rows = await store.view('by-counter', query);
    const read = rows.map((row) => Number((row.key as readonly unknown[]).at(-1)));
    numbers.push(...read.map((n): [number, number] => [n, n]));
    if (rows.length < perRead) break;
    from = (read.at(-1) ?? last) + 1;
  }
  return numbers;
}

/** Numbers that arrived and were refused, in order. Only its own person can say that of a device. */
async function refusedOf(store: DocumentStore, id: string, userId: unknown): Promise<readonly number[]> {
  const query = { startKey: [`n ${id}`, 1], endKey: [`n ${id}`, maxNumber] };
  const rows = await store.view('by-quarantine', query);
  return rows
    .filter((row) => row.value === userId)
    .map((row) => Number((row.key as readonly unknown[])[1]))
    .filter((n) => Number.isInteger(n));
}
