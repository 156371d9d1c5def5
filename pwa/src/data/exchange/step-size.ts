import type { DeviceDatabase } from '../database/open.ts';

/** More makes a save wait: 1,000 per transaction 200 ms, 50 make 11 ms (sync.md). */
const USUAL = 50;
/** What a cheap phone folds while a person hardly notices the wait. */
const BESIDE_SAVES = 15;
/** Whoever has just saved is likely to save again. */
const SAVING_MS = 3000;

const lastSaves = new WeakMap<DeviceDatabase, { at: number }>();

function lastSave(db: DeviceDatabase): { at: number } {
  const held = lastSaves.get(db);
  if (held !== undefined) return held;
  const last = { at: Number.NEGATIVE_INFINITY };
  lastSaves.set(db, last);
  // Every save wakes the engine, in whatever tab it is made.
  db.topics.onWake(() => (last.at = performance.now()));
  return last;
}

/** Whether a person is at work just now: what runs in the background then leaves the disk to them. */
export const isSavedTo = (db: DeviceDatabase): boolean => performance.now() - lastSave(db).at < SAVING_MS;

/** How many documents a background transaction may take now: a save waits for the one that runs, and for no other. */
export const stepSize = (db: DeviceDatabase, usual = USUAL): number => (isSavedTo(db) ? BESIDE_SAVES : usual);
