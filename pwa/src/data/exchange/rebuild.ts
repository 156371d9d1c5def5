import {
  checkFence,
  deleteMeta,
  metaIn,
  putMeta,
  readMetaAhead,
  type EngineOptions,
} from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import { projectionVersion } from '../fold/projection-version.ts';
import type { Change } from '../fold/base-row.ts';
import { fold, foldWith } from '../fold/fold.ts';
import { yieldToEvents } from './apply-pulled.ts';
import { stepSize, untilSaved } from './step-size.ts';

/** What a save may have to wait for; rows that turn out the same cost next to nothing, so they go in larger steps. */
const LEAST_ROWS = 50;
const MOST_ROWS = 100;
/** More changed rows in a step than this, and the next one is small again. */
const MANY_CHANGES = 50;

/** Asks for a rebuild if the rows were folded by another version; the fold itself asks when the zone changes. */
async function isNeeded(db: DeviceDatabase, options: EngineOptions): Promise<boolean> {
  return writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    if ((await metaIn(tx, 'projection')) !== projectionVersion()) {
      await putMeta(tx, 'rebuild', { after: '' });
      await putMeta(tx, 'projection', projectionVersion());
    }
    return (await metaIn(tx, 'rebuild')) !== undefined;
  });
}

interface Step {
  readonly topics: Set<string>;
  readonly isDone: boolean;
  readonly nextSize: number;
}

async function refoldSome(db: DeviceDatabase, size: number, options: EngineOptions): Promise<Step> {
  return writing(db, 'relaxed', async (tx) => {
    readMetaAhead(tx);
    await checkFence(tx, options);
    const progress = await metaIn(tx, 'rebuild');
    if (progress === undefined) return { topics: new Set<string>(), isDone: true, nextSize: size };
    const range = progress.after === '' ? null : IDBKeyRange.lowerBound(progress.after, true);
    const known = await tx.objectStore('rows').getAll(range, size);
    const { topics, written } = await foldWith(
      tx,
      known.map(({ id }) => ({ id })),
      { known: new Map(known.map((row) => [row.id, row])), anew: true },
    );
    const isDone = known.length < size;
    if (isDone) await deleteMeta(tx, 'rebuild');
    else await putMeta(tx, 'rebuild', { after: known.at(-1)?.id ?? '' });
    const nextSize = written > MANY_CHANGES ? LEAST_ROWS : Math.min(MOST_ROWS, size * 2);
    return { topics, isDone, nextSize };
  });
}

/**
 * Refolds every row in place when the projection or the workshop's zone has changed. Each row keeps its last shares,
 * so totals are exact at every step and the app stays usable; a kill goes on where it stopped.
 */
export async function rebuildIfNeeded(db: DeviceDatabase, options: EngineOptions = {}): Promise<void> {
  if (!(await isNeeded(db, options))) return;
  let size = LEAST_ROWS;
  for (let isDone = false; !isDone;) {
    await untilSaved(db);
    const step = await refoldSome(db, stepSize(db, size), options);
    ({ isDone, nextSize: size } = step);
    db.topics.announce(step.topics);
    if (!isDone) await yieldToEvents();
  }
}

/**
 * Forgets everything the server gave, for a new replica: what waits in the journal and what was refused stays. The
 * engine then applies the new replica from its beginning.
 */
export async function forgetServerCopies(db: DeviceDatabase, options: EngineOptions = {}): Promise<void> {
  const topics = await writing(db, 'relaxed', async (tx) => {
    await checkFence(tx, options);
    await Promise.all([
      ...(['rows', 'rollups', 'search'] as const).map((store) => tx.objectStore(store).clear()),
      ...(['applied', 'searchTail', 'rebuild'] as const).map((key) => tx.objectStore('meta').delete(key)),
    ]);
    const waiting = await tx.objectStore('journal').getAllKeys();
    const refused = await tx.objectStore('tray').getAll();
    const marks = refused
      .filter((item) => !item.answered && !waiting.includes(item.id))
      .map(({ id, rev, body }): Change => ({ id, refused: { rev, body } }));
    return fold(tx, [...marks, ...waiting.map((id): Change => ({ id }))]);
  });
  db.topics.announce([...topics, 'rollups', 'meta:applied']);
}
