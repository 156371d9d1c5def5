import type { DeviceDatabase } from '../database/open.ts';

/** More makes a save wait: 1,000 per transaction 200 ms, 50 make 11 ms (sync.md). */
const USUAL = 50;
/** What a cheap phone folds while a person hardly notices the wait. */
const BESIDE_SAVES = 15;
/** Whoever types in a form or has just saved is likely to save soon. */
const SAVING_MS = 3000;
/** A tab that was killed in the middle never says that its save is over. */
const PATIENCE_MS = 250;

interface Saves {
  /** When somebody was last seen at it. */
  at: number;
  underWay: number;
  readonly waiting: Set<() => void>;
}

const savesByDatabase = new WeakMap<DeviceDatabase, Saves>();

function follow(db: DeviceDatabase): Saves {
  const saves: Saves = { at: Number.NEGATIVE_INFINITY, underWay: 0, waiting: new Set() };
  db.topics.onSave((phase) => {
    saves.at = performance.now();
    if (phase === 'begins') saves.underWay += 1;
    if (phase === 'over') saves.underWay = Math.max(0, saves.underWay - 1);
    if (saves.underWay === 0) for (const goOn of saves.waiting) goOn();
  });
  return saves;
}

function savesOf(db: DeviceDatabase): Saves {
  const known = savesByDatabase.get(db);
  const saves = known ?? follow(db);
  if (known === undefined) savesByDatabase.set(db, saves);
  return saves;
}

/** Whether a person is at work just now: what runs in the background then leaves the disk to them. */
export const isSavedTo = (db: DeviceDatabase): boolean => performance.now() - savesOf(db).at < SAVING_MS;

/** How many documents a background transaction may take now: a save waits for the one that runs, and for no other. */
export const stepSize = (db: DeviceDatabase, usual = USUAL): number => (isSavedTo(db) ? BESIDE_SAVES : usual);

/** Until no save is under way, in whatever tab it was begun: what stands before the same disk comes after it. */
export async function untilSaved(db: DeviceDatabase): Promise<void> {
  const saves = savesOf(db);
  if (saves.underWay === 0) return;
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      clearTimeout(timer);
      saves.waiting.delete(goOn);
      saves.underWay = 0;
      resolve();
    };
    const timer = setTimeout(goOn, PATIENCE_MS);
    saves.waiting.add(goOn);
  });
}
