import type { AnyDocument } from '@revops/domain';
import { readMeta, writeMeta } from '../database/meta.ts';
import { openDeviceDatabase, type DeviceDatabase } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { currentDevice } from './current-device.ts';
import { demoHistory, type DemoHistory } from './demo-history.ts';
import { withLock } from './with-lock.ts';

/** Screens follow it once per step: read anew at each small transaction, they would take longer than the filling. */
const PER_STEP = 1000;

const pulled = (documents: readonly AnyDocument[]) =>
  documents.map((body) => ({ id: body._id, rev: '1-0', body }));

/** Writes what the first screens need; `firstSync` says how far it is, as of a real workshop. */
export async function fillFirst(db: DeviceDatabase, { documents, first }: DemoHistory): Promise<void> {
  await applyPulled(db, pulled(documents.slice(0, first)));
  const total = documents.length;
  await writeMeta(db, 'firstSync', { done: first, total, complete: first === total });
}

/** The same database, whose changes are told when somebody asks for it. */
function quietly(db: DeviceDatabase): { readonly quiet: DeviceDatabase; readonly tell: () => void } {
  const changed = new Set<string>();
  const announce = (topics: Iterable<string>): void => {
    for (const topic of topics) changed.add(topic);
  };
  const tell = (): void => {
    db.topics.announce(changed);
    changed.clear();
  };
  return { quiet: { ...db, topics: { ...db.topics, announce } }, tell };
}

const isShown = (name: string): boolean => currentDevice()?.db.name === name;

async function fillOn(db: DeviceDatabase, known?: DemoHistory): Promise<void> {
  const [seed, at] = await Promise.all([readMeta(db, 'demo'), readMeta(db, 'firstSync')]);
  if (seed === undefined || at === undefined || at.complete) return;
  const { documents } = known ?? (await demoHistory(seed));
  const { quiet, tell } = quietly(db);
  for (let { done } = at; done < documents.length && isShown(db.name); done += PER_STEP) {
    await applyPulled(quiet, pulled(documents.slice(done, done + PER_STEP)));
    tell();
    const next = Math.min(done + PER_STEP, documents.length);
    await writeMeta(db, 'firstSync', {
      done: next,
      total: documents.length,
      complete: next === documents.length,
    });
  }
}

/**
 * Brings the older half year while somebody looks around already, by a connection of its own: screens follow it as they
 * follow an engine, some times a second and not at each step. Goes on where a reload cut it short, in one tab at a time.
 */
export async function fillRest(name: string, known?: DemoHistory): Promise<void> {
  const db = await openDeviceDatabase(name);
  try {
    await withLock(`fill ${name}`, () => fillOn(db, known));
  } catch (error) {
    // Leaving the demo deletes it under the pen.
    if (isShown(name)) throw error;
  } finally {
    db.close();
  }
}
