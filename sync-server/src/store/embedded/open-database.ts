import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { KeptIndex } from './kept-index.ts';
import { closePouch, openPouch, type Pouch } from './pouch.ts';

/** A database whose files are open. */
export interface OpenDatabase {
  readonly pouch: Pouch;
  readonly opening: string;
  readonly openedAtSeq: string;
  readonly index: KeptIndex;
}

/** Tells watchers of one database that something was written; it outlives openings. */
export class WriteSignal extends EventEmitter {
  constructor() {
    super();
    // Every waiting reader of a workshop listens here; the default warning at 11 would be noise.
    this.setMaxListeners(0);
  }

  notify(): void {
    this.emit('written');
  }
}

export async function openDatabase(path: string): Promise<OpenDatabase> {
  const pouch = openPouch(path);
  const { update_seq } = await pouch.info();
  const index = await KeptIndex.open(pouch, path);
  return { pouch, opening: randomUUID(), openedAtSeq: String(update_seq), index };
}

export async function closeDatabase(open: OpenDatabase, how: 'close' | 'kill'): Promise<void> {
  // Without it the next opening only has more to read.
  if (how === 'close') await open.index.save().catch(() => undefined);
  await closePouch(open.pouch);
}

export async function destroyDatabase(open: OpenDatabase): Promise<void> {
  await open.index.remove();
  await open.pouch.destroy();
}
