import type { AnyDocument } from '@revops/domain';
import {
  checkFence,
  metaIn,
  putMeta,
  readMeta,
  readMetaAhead,
  type EngineOptions,
} from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { Applied } from '../database/schema.ts';
import type { Change } from '../fold/base-row.ts';
import { fold } from '../fold/fold.ts';
import { forgetIn } from './forget.ts';
import { answerAccepted } from './answer-accepted.ts';
import { stepSize, untilSaved } from './step-size.ts';

/** One document of the replica; without a body it was deleted there or the right to read it is lost. */
export interface Pulled {
  readonly id: string;
  readonly rev: string;
  readonly body: AnyDocument | undefined;
  /** An owner has erased it for good. */
  readonly erased?: true;
}

/** Lets waiting events of this thread run; a timer would cost 4 ms each time. */
export function yieldToEvents(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}

/**
 * Follows the replica: server copies are replaced and folded, in small transactions so that a save gets through.
 * `applied` is stored with the last of them; a kill before that repeats what changes nothing.
 */
export async function applyPulled(
  db: DeviceDatabase,
  pulled: readonly Pulled[],
  applied?: Applied,
  options: EngineOptions = {},
): Promise<void> {
  let rest = pulled;
  do {
    await untilSaved(db);
    const part = rest.slice(0, stepSize(db));
    rest = rest.slice(part.length);
    const isLast = rest.length === 0;
    db.topics.announce(await applyPart(db, part, isLast ? applied : undefined, options));
    if (!isLast) await yieldToEvents();
  } while (rest.length > 0);
}

const applyPart = (
  db: DeviceDatabase,
  part: readonly Pulled[],
  applied: Applied | undefined,
  options: EngineOptions,
): Promise<Set<string>> =>
  writing(db, 'relaxed', async (tx) => {
    readMetaAhead(tx);
    await checkFence(tx, options);
    const erased = part.filter((one) => one.erased).map(({ id }) => id);
    const forgotten = erased.length === 0 ? [] : await forgetIn(tx, erased);
    const gone = new Set(erased);
    const accepted = await answerAccepted(tx, part);
    const changes = part
      .filter(({ id }) => !gone.has(id))
      .map(({ id, rev, body }): Change => ({
        id,
        server: body === undefined ? 'removed' : { rev, doc: body },
        ...(accepted.has(id) && { refused: 'answered' }),
      }));
    // Unsent work that named the person may be work on what comes with the same pages.
    const coming = new Set(changes.map(({ id }) => id));
    const changed = await fold(tx, [...changes, ...forgotten.filter(({ id }) => !coming.has(id))]);
    if (accepted.size > 0) changed.add('tray');
    if (erased.length > 0) for (const store of ['journal', 'tray', 'recovery']) changed.add(store);
    // After the fold, which need not wait for what is remembered.
    if (applied !== undefined) await putMeta(tx, 'applied', applied);
    return (await metaIn(tx, 'rebuild')) === undefined ? changed : changed.add('meta:rebuild');
  });

/** How far the rows have followed the replica. */
export const readApplied = (db: DeviceDatabase): Promise<Applied | undefined> => readMeta(db, 'applied');
