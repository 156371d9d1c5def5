import { simulate, type Outcome } from './simulate.ts';
import { createTemplate } from './world.ts';

export interface SeedDone extends Omit<Outcome, 'trace'> {
  readonly seed: number;
  readonly trace?: readonly string[];
  readonly ms: number;
}

export interface SeedToDo {
  readonly seed: number;
  readonly events: number;
  readonly trace: boolean;
  readonly without?: string | undefined;
}

/** A process of its own: asks for a seed, tells what came of it, and asks again. */
const template = await createTemplate();
const tell = (message: SeedDone | 'ready'): void => void process.send?.(message);

process.on('message', (message: SeedToDo | 'end') => {
  if (message === 'end') {
    void template.disk.remove().then(() => process.exit(0));
    return;
  }
  const { seed, events, trace, without } = message;
  const from = performance.now();
  void simulate(seed, template, events, without).then(({ trace: lines, ...outcome }) => {
    const ms = Math.round(performance.now() - from);
    tell({ seed, ms, ...outcome, ...(trace || outcome.broken !== undefined ? { trace: lines } : {}) });
  });
});
tell('ready');
