import { simulate, type Outcome } from './simulate.ts';
import { createTemplate } from './world.ts';

export interface SeedDone extends Omit<Outcome, 'trace'> {
  readonly seed: number;
  readonly trace?: readonly string[];
  readonly ms: number;
}

/** How far a history has come, and what it did last. */
export interface SeedPlace {
  readonly at: number;
  readonly lines: readonly string[];
}

export interface SeedToDo {
  readonly seed: number;
  readonly events: number;
  readonly trace: boolean;
  readonly without?: string | undefined;
}

const shownLines = 40;

/** A process of its own: asks for a seed, tells what came of it, and asks again. */
const template = await createTemplate();
let running: string[] = [];
const tell = (message: SeedDone | SeedPlace | 'ready'): void => void process.send?.(message);

process.on('message', (message: SeedToDo | 'end' | 'where') => {
  if (message === 'where') return tell({ at: running.length, lines: running.slice(-shownLines) });
  if (message === 'end') {
    void template.disk.remove().then(() => process.exit(0));
    return;
  }
  const { seed, events, trace, without } = message;
  const from = performance.now();
  running = [];
  void simulate(seed, template, events, without, running).then(({ trace: lines, ...outcome }) => {
    const ms = Math.round(performance.now() - from);
    tell({ seed, ms, ...outcome, ...(trace || outcome.broken !== undefined ? { trace: lines } : {}) });
  });
});
// Nobody is left to tell it to.
process.on('disconnect', () => process.exit(1));
tell('ready');
