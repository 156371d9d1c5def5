import { canonicalJson, typeNamed, type AnyDocument, type Readmitted } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import type { Writer } from '../writing/admission.ts';
import type { AuditedBy } from '../writing/audit.ts';
import type { Quarantined } from '../writing/quarantine.ts';
import { forgetRefusedStamps } from '../writing/refused-jobs.ts';
import { writeDocuments } from '../writing/write-documents.ts';
import { vouchedActor } from './vouched-actor.ts';

const maxAttempts = 5;

export interface Readmission {
  readonly store: DocumentStore;
  readonly owner: AuditedBy;
  /** A new name for each document of the audit. */
  readonly auditId: () => string;
}

/**
 * Lets a refused document in by an owner's word: it keeps its writer and its device and has to pass every other rule as
 * if the owner had written it. Repeating it answers the same.
 */
export async function readmit(readmission: Readmission, id: string): Promise<Readmitted> {
  const { store } = readmission;
  const kept = await quarantined(store, id);
  if (kept.readmitted) return { id: kept.docId, rev: kept.readmitted.rev };
  if (!kept.body)
    throw new AppError('too_large', 'It was too large to be kept, so it cannot be re-admitted.');
  const body = kept.body as unknown as AnyDocument;
  const rev = await write(readmission, kept, body);
  await forgetRefusedStamps(store, kept.docId, body);
  const { userId: by, arrivedAt: at } = readmission.owner;
  await mark(store, id, { at, by, rev });
  return { id: kept.docId, rev };
}

export async function quarantined(store: DocumentStore, id: string): Promise<Quarantined & StoredDocument> {
  const kept = (await store.get(id)) as (Quarantined & StoredDocument) | undefined;
  if (kept?.type !== 'quarantine') throw new AppError('not_found');
  return kept;
}

async function write(
  { store, owner, auditId }: Readmission,
  kept: Quarantined,
  body: AnyDocument,
): Promise<string> {
  const writtenBy = await vouchedFor(store, kept, body);
  await assertUnused(store, kept, body);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const parent = kept.newEdits === true ? (await store.get(kept.docId))?._rev : undefined;
    const { _rev, ...content } = { _rev: undefined, ...body };
    const revised = parent === undefined ? content : { ...content, _rev: parent };
    const [row] = await writeDocuments({
      store,
      writer: { ...writtenBy, deviceId: kept.device, arrivedAt: owner.arrivedAt },
      documents: [kept.newEdits === true ? revised : body],
      newEdits: kept.newEdits === true,
      auditId: auditId(),
      readmittedBy: owner,
    });
    if (!row) throw new Error('every document has a row');
    if ('ok' in row) return row.rev;
    if (row.error !== 'conflict') throw refusalOf(row.reason);
  }
  throw new AppError('conflict');
}

/**
 * The writer with an owner's rights. Of a new document the writer and the writer's device must be known here: nothing
 * comes in under the server's own name, and what one person sent under the name of another only if an owner sent it.
 * Otherwise an owner who lets in "cash of Meera" could be signing for money of somebody else.
 */
async function vouchedFor(
  store: DocumentStore,
  { docId, who }: Quarantined,
  body: AnyDocument,
): Promise<Pick<Writer, 'actor' | 'isFormerOwner'>> {
  const { createdBy, device }: Readonly<Record<string, unknown>> = body;
  if (typeof createdBy !== 'string' || typeof device !== 'string') throw new AppError('invalid_document');
  const keys = [docId, `member:${createdBy}`, `device:${device}`, `member:${who}`];
  const found = new Map((await store.allDocs({ keys })).map((document) => [document._id, document]));
  const member = found.get(keys[1] ?? '');
  if (!found.has(docId)) {
    if (!member) throw new AppError('foreign_creator', 'Its writer never belonged to this workshop.');
    const sender = found.get(keys[3] ?? '');
    if (who !== createdBy && !(sender?.['role'] === 'owner' && sender['active'] === true))
      throw new AppError('foreign_creator', 'Who sent it is not who is named as its writer.');
    if (found.get(keys[2] ?? '')?.['userId'] !== createdBy)
      throw new AppError('foreign_device', 'No device of its writer wrote it.');
  }
  const isFormerOwner = member?.['role'] === 'owner' && member['active'] !== true;
  return { actor: vouchedActor(createdBy, device, member), isFormerOwner };
}

/** Gateways correct where an entry stands, when, and whose word it is; all else of it stays as it was sent. */
const corrected = ['_rev', 'access', 'was', 'desk', 'assigned', 'shared', 'at', 'byOwner', '_revisions'];

/**
 * A stored revision counts as repeated, whatever it says. An entry that came in meanwhile under the same name and says
 * something else is not what the owner was shown.
 */
async function assertUnused(store: DocumentStore, { docId }: Quarantined, body: AnyDocument): Promise<void> {
  if (typeNamed(body.type)?.kind !== 'entry') return;
  const stored = await store.get(docId);
  const said = (document: object): string =>
    canonicalJson(Object.fromEntries(Object.entries(document).filter(([name]) => !corrected.includes(name))));
  if (stored && said(stored) !== said(body)) throw new AppError('immutable');
}

/** `code: words`, as rows have it. */
function refusalOf(reason: string): AppError {
  const end = reason.indexOf(': ');
  return new AppError(reason.slice(0, end) as AppError['code'], reason.slice(end + 2));
}

/** After the document itself: a crash in between leaves it listed, and the next tap finds it stored. */
async function mark(
  store: DocumentStore,
  id: string,
  readmitted: NonNullable<Quarantined['readmitted']>,
): Promise<void> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const kept = await store.get(id);
    if (!kept || kept['readmitted'] !== undefined) return;
    if ((await store.put({ ...kept, readmitted })).outcome !== 'conflict') return;
  }
  throw new AppError('unavailable', 'It was re-admitted; its mark could not be set. Try again.');
}
