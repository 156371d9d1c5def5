import {
  canonicalJson,
  envelopeFields,
  typeNamed,
  writes,
  type ActContext,
  type ActResult,
  type AnyDocument,
  type Workshop,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Caller } from '#src/http/authenticate.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Workshop as OpenWorkshop } from '#src/sync/sync-parts.ts';
import { bodyOf, isLive } from '#src/sync/writing/revisions.ts';
import { writeDocuments } from '#src/sync/writing/write-documents.ts';
import { serverActContext } from '../server-acts.ts';
import { serverDevice } from '../workshop-documents.ts';
import { ActReader } from './act-reader.ts';
import { assertStored, problemError } from './refusals.ts';
import type { RequestIds } from './request-ids.ts';

/** What every act by REST is done with. */
export interface ActParts {
  readonly clock: { readonly now: () => number; readonly newId: () => string };
  readonly open: OpenWorkshop;
  readonly caller: Caller;
}

export type Build = (context: ActContext) => ActResult;

/** What an act reads; `settings` are the workshop's. It throws what a person has to put right. */
export type Prepare = (reader: ActReader, settings: Workshop) => Promise<Build>;

interface Extras {
  /** Of an act that makes something which a repeated request must not make twice. */
  readonly ids?: RequestIds;
  /** The last word on documents that are about to be stored, such as a number. */
  readonly complete?: (documents: readonly AnyDocument[]) => Promise<readonly AnyDocument[]>;
}

/** A number that fits until the real one is taken, which is not before all else is right. */
const numberToCome = 'R0-0001';

/**
 * What a person does by REST: the same act as on a phone and the same way in. In turn with what phones are sending, so
 * that what was read is what is written over; what another gateway writes meanwhile is joined, as always.
 */
export async function performAct(
  parts: ActParts,
  prepare: Prepare,
  extras: Extras = {},
): Promise<readonly AnyDocument[]> {
  const { open, caller } = parts;
  // Refused before anything is read, and without a line in the list of what was refused: nobody has lost any work.
  if (!writes(caller.actor)) throw problemError({ code: 'not_permitted' });
  return open.writes.run(async () => {
    // A restore must be noticed before the feed grows over it.
    await open.timelines.state();
    const reader = new ActReader(open.store, caller.actor);
    const settings = await reader.getAnyway<AnyDocument & Workshop>('workshop:self');
    if (!settings) throw new AppError('not_found');
    const { mainId } = extras.ids ?? {};
    const made = mainId === undefined ? undefined : await reader.getAnyway(mainId);
    return made
      ? finish(parts, { reader, settings, prepare, extras, made })
      : begin(parts, { reader, settings, prepare, extras });
  });
}

interface Attempt {
  readonly reader: ActReader;
  readonly settings: Workshop;
  readonly prepare: Prepare;
  readonly extras: Extras;
}

async function begin(parts: ActParts, attempt: Attempt): Promise<readonly AnyDocument[]> {
  const { reader, settings, prepare, extras } = attempt;
  const build = await prepare(reader, settings);
  const result = build(contextOf(parts, attempt, parts.clock.now));
  if (!result.ok) throw problemError(result.reason);
  const { documents } = result.value;
  if (documents.length === 0) return [];
  const whole = extras.complete ? await extras.complete(documents) : documents;
  const isEdit = ({ _id }: AnyDocument): boolean => reader.has(_id);
  const stored = extras.ids?.mainId === undefined ? new Set() : await sameStored(reader.store, whole, isEdit);
  await store(
    parts,
    reader,
    whole.filter(({ _id }) => !stored.has(_id)),
  );
  return whole;
}

/**
 * The request was here before. What it made is answered, and what a crash kept from being stored with it is stored now;
 * another request under the same name is refused, or what it brings would be lost.
 */
async function finish(
  parts: ActParts,
  attempt: Attempt & { readonly made: AnyDocument },
): Promise<readonly AnyDocument[]> {
  const { made, prepare, settings } = attempt;
  if (made.createdBy !== parts.caller.userId || made.device !== serverDevice) throw usedBefore();
  const reader = new ActReader(parts.open.store, parts.caller.actor);
  // What the act would say today is not what counts: the job may have moved, the receiver may have left.
  const build = await prepare(reader, settings).catch(() => undefined);
  const at = Date.parse(made.createdAt);
  const result = build?.(contextOf(parts, { ...attempt, reader }, () => at, made['number']));
  if (!result?.ok) return [made];
  const { documents } = result.value;
  const stored = await sameStored(reader.store, documents);
  const missing = documents.filter(({ _id }) => !stored.has(_id));
  await store(parts, reader, missing);
  return [made, ...missing];
}

/** What of an act is stored already, erased or not. Throws where that is something else than the act would write. */
async function sameStored(
  store: DocumentStore,
  documents: readonly AnyDocument[],
  isEdit: (document: AnyDocument) => boolean = () => false,
): Promise<ReadonlySet<unknown>> {
  const made = documents.filter((document) => !isEdit(document));
  const leaves = await store.leavesOf(made.map(({ _id }) => _id));
  const stored = made.filter(({ _id }) => (leaves.get(_id) ?? []).length > 0);
  for (const document of stored) {
    const [live] = (leaves.get(document._id) ?? []).filter(isLive);
    if (live) assertSame(document, bodyOf(live));
  }
  return new Set(stored.map(({ _id }) => _id));
}

const usedBefore = (): AppError =>
  new AppError('conflict', 'This id or Idempotency-Key was used for another request.');

/** What the gateway may have corrected since, and clocks. */
const mayDiffer = new Set([...envelopeFields, 'desk', 'assigned', 'shared', 'hlc', 'receivedAt']);

function contentOf(document: AnyDocument): string {
  const fields = Object.entries(document).filter(([name]) => !mayDiffer.has(name));
  return canonicalJson(Object.fromEntries(fields));
}

/** Records change after they were made; of a job its plate says enough. */
function assertSame(document: AnyDocument, stored: AnyDocument): void {
  const isSame =
    typeNamed(document.type)?.kind === 'entry'
      ? contentOf(document) === contentOf(stored)
      : document['vehicleNumber'] === stored['vehicleNumber'];
  if (!isSame) throw usedBefore();
}

function contextOf(
  { clock, caller }: ActParts,
  { reader, settings, extras }: Attempt,
  now: () => number,
  number: unknown = numberToCome,
): ActContext {
  return serverActContext({
    actor: caller.actor,
    workshop: settings,
    now,
    newId: extras.ids?.newId ?? clock.newId,
    last: reader.lastStamp,
    jobNumber: String(number),
  });
}

async function store(
  { clock, open, caller }: ActParts,
  reader: ActReader,
  documents: readonly AnyDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const { actor, deviceId } = caller;
  const rows = await writeDocuments({
    store: open.store,
    writer: {
      actor: { ...actor, deviceIds: [...actor.deviceIds, serverDevice] },
      deviceId,
      arrivedAt: new Date(clock.now()).toISOString(),
    },
    documents: documents.map((document) => reader.revised(document)),
    newEdits: false,
    auditId: clock.newId(),
    finished: open.finished,
  });
  assertStored(rows);
}
