import type { ActContext, ActResult } from '@revops/domain';
import { putMeta } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { Row, WriteTx } from '../database/schema.ts';
import { answerRefusals } from '../exchange/answer-refusals.ts';
import { putFiles } from '../files/file-records.ts';
import type { NewFile } from '../files/new-file.ts';
import { foldWith } from '../fold/fold.ts';
import { putInJournal } from '../journal/journal.ts';
import type { SavedAct, SaveResult } from '../views.ts';
import { saveGround } from './act-context.ts';
import { documentReader, type DocumentReader } from './reader.ts';
import type { SaveEnvironment } from './save-environment.ts';
import { withRoom } from './with-room.ts';

export type { SaveEnvironment } from './save-environment.ts';

/** Builds the documents of one act; everything it reads comes from the save's own transaction. */
export type BuildAct = (context: ActContext, documents: DocumentReader) => ActResult | Promise<ActResult>;

function savedAct(act: Extract<ActResult, { ok: true }>['value']): SavedAct {
  const number = act.documents.find((document) => document.type === 'job')?.['number'];
  const ids = act.documents.map((document) => document._id);
  return act.kind === 'open_job' && typeof number === 'string'
    ? { actId: act.id, ids, jobNumber: number }
    : { actId: act.id, ids };
}

async function saveIn(
  tx: WriteTx,
  env: SaveEnvironment,
  build: BuildAct,
  files: readonly NewFile[],
  draft: string | undefined,
): Promise<{ result: SaveResult; topics: Set<string> }> {
  const { context, hlc, counters, waiting, isNew } = await saveGround(tx, env);
  const known = new Map<string, Row | undefined>();
  const act = await build(context, documentReader(tx, hlc, known));
  if (!act.ok) return { result: act, topics: new Set() };
  const { id, documents } = act.value;
  const fresh = new Set(documents.map(({ _id }) => _id).filter(isNew));
  const written = { act: id, savedAt: context.now, documents, random: env.random };
  const entries = await putInJournal(tx, written, { known, fresh, waiting });
  const answered = await answerRefusals(tx, entries, known);
  const changes = entries.map((entry) =>
    answered.has(entry.id)
      ? ({ id: entry.id, entry, refused: 'answered' } as const)
      : { id: entry.id, entry },
  );
  const { topics } = await foldWith(tx, changes, { known, fresh });
  await putFiles(tx, files, context.now);
  // With the save that it became: a kill in between would offer again what is saved, and money would be taken twice.
  if (draft !== undefined) await tx.objectStore('drafts').delete(draft);
  // Numbers are used up in the transaction that stores what bears them, so a failed save leaves no gap.
  await Promise.all([
    putMeta(tx, 'issued', counters.issued),
    putMeta(tx, 'jobCounter', counters.jobs),
    putMeta(tx, 'hlc', hlc.last ?? hlc.next()),
  ]);
  if (answered.size > 0) topics.add('tray');
  if (files.length > 0) topics.add('files');
  return { result: { ok: true, value: savedAct(act.value) }, topics: topics.add('journal') };
}

/**
 * Saves one act, with the bytes that its documents name: resolved means on the disk. What a person has to put right comes back as a value; a failed disk
 * rejects and nothing is stored.
 * @param draft the one that becomes this act, and leaves with it.
 */
export async function saveAct(
  db: DeviceDatabase,
  env: SaveEnvironment,
  build: BuildAct,
  files: readonly NewFile[] = [],
  draft?: string,
): Promise<SaveResult> {
  db.topics.save('begins');
  try {
    return await withRoom(db, env, files, () => saveOnce(db, env, build, { files, draft }));
  } finally {
    db.topics.save('over');
  }
}

async function saveOnce(
  db: DeviceDatabase,
  env: SaveEnvironment,
  build: BuildAct,
  { files, draft }: { readonly files: readonly NewFile[]; readonly draft: string | undefined },
): Promise<SaveResult> {
  let attempted: SaveResult | undefined;
  const saved = await writing(db, 'strict', async (tx) => {
    // A connection that died at the commit may have stored the first attempt: it must not be stored twice.
    const first = attempted?.ok === true ? attempted.value.ids[0] : undefined;
    if (attempted !== undefined && first !== undefined) {
      const entry = await tx.objectStore('journal').get(first);
      if (entry?.acts.includes(attempted.ok ? attempted.value.actId : '') === true)
        return { result: attempted, topics: new Set(['journal']) };
    }
    const outcome = await saveIn(tx, env, build, files, draft);
    attempted = outcome.result;
    return outcome;
  });
  db.topics.announce(saved.topics);
  if (saved.result.ok) db.topics.wake();
  return saved.result;
}
