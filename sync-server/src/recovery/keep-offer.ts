import { idSchema, type RecoveryOfferAnswer } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { isObject } from '#src/sync/reading/changes-query.ts';
import { isErasedIn, keptBody, personIn } from '#src/sync/writing/erased-here.ts';
import type { Writer } from '#src/sync/writing/admission.ts';
import { Batch } from '#src/sync/writing/batch.ts';
import { senderOf } from '#src/sync/writing/quarantine.ts';
import { reasonOf, refuse } from '#src/sync/writing/refusal.ts';
import { oversize } from '#src/sync/writing/shape-limits.ts';
import { offeredOf, partIdOf, readParts, stillMissing, writePart, type Named } from './offer-parts.ts';
import { recoveredBody } from './recovered-body.ts';

const megabyte = 1024 * 1024;
/** What one phone holds of others' work of a few days; and what a hostile one can take of the disk. */
const roomPerSender = 20 * megabyte;
/** Nobody fills the workshop's room with ever new devices of one account. */
const roomPerPerson = 40 * megabyte;
const roomPerWorkshop = 200 * megabyte;
/** What a document takes beside its text, in the part's list too. */
const overheadBytes = 1024;

interface Coming extends Named {
  readonly wire: Readonly<Record<string, unknown>>;
}

type Rows = RecoveryOfferAnswer['rows'];
type Result = Rows[number]['result'];

/** Keeps for the owners what a phone holds of others and the server has lost. Nothing of it counts before one accepts it. */
export async function keepOffer(
  store: DocumentStore,
  writer: Writer,
  documents: readonly Readonly<Record<string, unknown>>[],
): Promise<RecoveryOfferAnswer> {
  const coming = documents.map(comingOf);
  const named = coming.filter((one) => one !== undefined);
  const batch = new Batch(store);
  await batch.load(named.flatMap(({ id, wire }) => [id, personIn(wire) ?? id]));
  const wanted = new Set(await stillMissing(store, named));
  const open = named.filter((one) => wanted.has(one) && !isErasedIn(batch, one.id));
  const hasRoom =
    open.length === 0 ||
    (await keep(
      store,
      writer,
      open.map((one) => ({ ...one, wire: keptBody(batch, one.wire) })),
    ));
  const rows = coming.map((one, index) => {
    const given = documents[index];
    if (one === undefined) return rowOf(given, 'refused', reasonOf(refuse('invalid_document')));
    if (isErasedIn(batch, one.id)) return rowOf(given, 'refused', reasonOf(refuse('erased')));
    if (!wanted.has(one)) return rowOf(given, 'known');
    return rowOf(given, hasRoom ? 'kept' : 'full');
  });
  return { rows };
}

function comingOf(given: Readonly<Record<string, unknown>>): Coming | undefined {
  if (oversize(given) !== undefined) return undefined;
  const wire = recoveredBody(given);
  if (!isObject(wire)) return undefined;
  const { _id: id, _rev: rev } = wire;
  if (!idSchema.safeParse(id).success || typeof rev !== 'string' || rev.length > 60) return undefined;
  return { id: String(id), rev, wire };
}

async function keep(store: DocumentStore, writer: Writer, coming: readonly Coming[]): Promise<boolean> {
  const sender = senderOf(writer);
  const bodies = coming.map(({ wire }) => wire);
  const bytes = Buffer.byteLength(JSON.stringify(bodies)) + bodies.length * overheadBytes;
  const _id = partIdOf(sender, coming);
  const others = (await readParts(store)).filter((part) => part._id !== _id);
  const room = (parts: typeof others): number => parts.reduce((sum, part) => sum + part.bytes, bytes);
  const own = others.filter((part) => part._id.startsWith(`offer:${sender}:`));
  const { actor, deviceId, arrivedAt } = writer;
  const ofPerson = others.filter(({ who }) => who === actor.userId);
  if (room(own) > roomPerSender || room(ofPerson) > roomPerPerson || room(others) > roomPerWorkshop)
    return false;
  const from = deviceId === undefined ? {} : { device: deviceId };
  const offered = coming.map(({ id, rev, wire }) => offeredOf({ id, rev }, wire));
  const part = { _id, who: actor.userId, ...from, receivedAt: arrivedAt, bytes, documents: offered };
  await writePart(store, part, bodies);
  return true;
}

function rowOf(given: unknown, result: Result, reason?: string): Rows[number] {
  const { _id, _rev } = isObject(given) ? given : { _id: '', _rev: '' };
  const [id = '', rev = ''] = [_id, _rev].map((name) => (typeof name === 'string' ? name : ''));
  return { id, rev, result, ...(reason === undefined ? {} : { reason }) };
}
