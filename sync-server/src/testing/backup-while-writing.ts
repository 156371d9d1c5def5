import type { BackupSource } from '../backup/reading/backup-source.ts';
import { restoreArchive } from '../backup/restoring/restore-archive.ts';
import { verifyArchive } from '../backup/verifying/verify-archive.ts';
import type { DocumentStore, RevisionBody } from '../store/document-store.ts';
import { addWorkshop, archiveOf, randomHash, scratchSource, testKey } from './backup-kit.ts';

export interface WhileWriting {
  readonly differences: readonly string[];
  /** Acknowledged before the backup began and not in it. */
  readonly lost: number;
  /** Documents that were written in one bulk, of which the archive has different rounds. */
  readonly torn: number;
  readonly pairs: number;
}

function over(id: string, parent: RevisionBody | undefined, round: number): RevisionBody {
  const ids = [randomHash(), ...(parent?._revisions?.ids ?? [])];
  return { _id: id, _rev: `${ids.length}-${ids[0]}`, _revisions: { start: ids.length, ids }, round };
}

class PairWriter {
  readonly newest = new Map<string, RevisionBody>();
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async write(pair: number, round: number): Promise<void> {
    const ids = [`left:${pair}`, `right:${pair}`];
    const bodies = ids.map((id) => over(id, this.newest.get(id), round));
    await this.#store.bulkWrite(bodies);
    for (const body of bodies) this.newest.set(body._id, body);
  }
}

/** Takes a backup while pairs of documents are written over and over, and looks at what comes back. */
export async function backUpWhileWriting(source: BackupSource, pairs: number): Promise<WhileWriting> {
  await addWorkshop(source, 'rao');
  const writer = new PairWriter(await source.stores.open('ws-rao'));
  for (let pair = 0; pair < pairs; pair += 1) await writer.write(pair, 1);
  const before = new Map(writer.newest);
  const state = { isDone: false };
  const writing = (async () => {
    for (let count = 0; !state.isDone; count += 1) await writer.write((count * 7) % pairs, 2 + count);
  })();
  const { path } = await archiveOf(source).finally(() => (state.isDone = true));
  await writing;

  const { differences } = await verifyArchive({ path, key: testKey, source });
  const target = await scratchSource();
  await restoreArchive(target, { path, key: testKey, now: Date.now, into: 'empty', replace: false });
  const restored = await target.stores.open('ws-rao');
  const lost = await restored.missingRevisions(
    Object.fromEntries([...before].map(([id, { _rev }]) => [id, [_rev]])),
  );
  const left = await restored.allDocs({ startId: 'left:', endId: 'left:\uffff' });
  const right = await restored.allDocs({ keys: left.map(({ _id }) => _id.replace('left', 'right')) });
  const torn = left.filter((doc, index) => doc['round'] !== right[index]?.['round']).length;
  await target.end();
  return { differences, lost: lost.size, torn, pairs: left.length };
}
