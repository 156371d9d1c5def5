import type { RecoveredRow } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { vouchedActor } from '#src/sync/keeping/vouched-actor.ts';
import { isObject } from '#src/sync/reading/changes-query.ts';
import type { AuditedBy } from '#src/sync/writing/audit.ts';
import { inOrder, rankOf } from '#src/sync/writing/batch-order.ts';
import { parseIncoming, type Incoming } from '#src/sync/writing/incoming.ts';
import { reasonOf, refuse, Refusal } from '#src/sync/writing/refusal.ts';
import { writeDocuments, type WriteRow } from '#src/sync/writing/write-documents.ts';
import { recoveredBody } from './recovered-body.ts';

export interface Recovery {
  readonly store: DocumentStore;
  /** The owner who answers for it, by what the audit names it. */
  readonly owner: AuditedBy;
  readonly newAuditId: () => string;
}

/** The rows of `writeDocuments` for some places of the request. */
type Rows = Map<number, RecoveredRow>;

interface Coming {
  readonly index: number;
  readonly incoming: Incoming;
  readonly wire: unknown;
}

/**
 * Brings back what a server has lost, as phones or exported files kept it: each document keeps its writer and its
 * device, also those of people who were removed or whom this server does not know, and passes every other rule as if
 * it came from them now. Repeating it answers the same. What was erased stays away.
 */
export async function recoverDocuments(
  recovery: Recovery,
  documents: readonly unknown[],
): Promise<readonly RecoveredRow[]> {
  const wires = documents.map((document) => recoveredBody(document));
  const parsed = wires.map((wire) => ownable(parseIncoming(wire, false)));
  const rows: Rows = new Map();
  for (const [index, entry] of parsed.entries())
    if (entry instanceof Refusal) rows.set(index, rowOf(documents[index], refused(entry)));
  const coming = inOrder(parsed).map((row): Coming => ({ ...row, wire: wires[row.index] }));
  const known = await knownAlready(recovery.store, coming);
  for (const { index } of coming.filter((one) => known.has(one.index)))
    rows.set(index, rowOf(documents[index], { result: 'known' }));
  const open = coming.filter(({ index }) => !known.has(index));
  const members = await membersOf(recovery.store, open);
  for (const group of byRankAndWriter(open))
    for (const [index, outcome] of await writeGroup(recovery, group, members))
      rows.set(index, rowOf(documents[index], outcome));
  return documents.map(
    (document, index) => rows.get(index) ?? rowOf(document, refused(refuse('not_permitted'))),
  );
}

type Outcome = Pick<RecoveredRow, 'result' | 'reason'>;

const refused = (refusal: Refusal): Outcome => ({ result: 'refused', reason: reasonOf(refusal) });

/** What the gateway alone writes it writes anew by itself; nothing comes in under its name. */
function ownable(parsed: Incoming | Refusal): Incoming | Refusal {
  if (parsed instanceof Refusal || parsed.body.createdBy !== 'server') return parsed;
  return refuse('foreign_creator');
}

async function knownAlready(store: DocumentStore, coming: readonly Coming[]): Promise<ReadonlySet<number>> {
  const revs = new Map<string, string[]>();
  const revOf = ({ incoming }: Coming): string => incoming.revision?.rev ?? '';
  for (const one of coming) revs.set(one.incoming.id, [...(revs.get(one.incoming.id) ?? []), revOf(one)]);
  const missing = await store.missingRevisions(Object.fromEntries(revs));
  const isKnown = (one: Coming): boolean => missing.get(one.incoming.id)?.includes(revOf(one)) !== true;
  return new Set(coming.filter(isKnown).map(({ index }) => index));
}

async function membersOf(
  store: DocumentStore,
  coming: readonly Coming[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const keys = [...new Set(coming.map(({ incoming }) => `member:${incoming.body.createdBy}`))];
  const found = keys.length === 0 ? [] : await store.allDocs({ keys });
  return new Map(found.map((member) => [member._id, member]));
}

/** Heads of all writers before the followers of any. */
function byRankAndWriter(coming: readonly Coming[]): readonly (readonly Coming[])[] {
  const groups = new Map<string, Coming[]>();
  for (const one of coming) {
    const { createdBy, device } = one.incoming.body;
    const { rank, turn } = rankOf(one.incoming);
    const name = `${rank} ${String(turn).padStart(9, '0')} ${createdBy} ${device}`;
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

async function writeGroup(
  { store, owner, newAuditId }: Recovery,
  group: readonly Coming[],
  members: ReadonlyMap<string, StoredDocument>,
): Promise<ReadonlyMap<number, Outcome>> {
  const [first] = group;
  if (!first) return new Map();
  const { createdBy, device } = first.incoming.body;
  const actor = vouchedActor(createdBy, device, members.get(`member:${createdBy}`));
  const rows = await writeDocuments({
    store,
    writer: { actor, deviceId: device, arrivedAt: owner.arrivedAt, isVouched: true },
    documents: group.map(({ wire }) => wire),
    newEdits: false,
    auditId: newAuditId(),
    readmittedBy: owner,
    flag: 'recovered',
  });
  return new Map(group.map(({ index }, place) => [index, outcomeOf(rows[place])]));
}

function outcomeOf(row: WriteRow | undefined): Outcome {
  if (!row) throw new Error('every document has a row');
  return 'ok' in row ? { result: 'stored' } : { result: 'refused', reason: row.reason };
}

function rowOf(document: unknown, outcome: Outcome): RecoveredRow {
  const { _id, _rev } = isObject(document) ? document : { _id: undefined, _rev: undefined };
  const [id, rev] = [_id, _rev].map((value) => (typeof value === 'string' ? value : ''));
  return { id: id ?? '', rev: rev ?? '', ...outcome };
}
