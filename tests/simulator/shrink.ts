import { historyOf, type SimEvent } from './history.ts';
import { replay } from './simulate.ts';
import { createTemplate } from './world.ts';

/** A run whose failure hangs on the real time fails only sometimes. */
const tries = 2;
const mostRuns = 150;

/** The same promise, whatever the document was. */
const kindOf = (words: string): string => words.split(/[:\n]/, 1)[0] ?? '';

/** The shortest part of a failing history that still breaks the same promise (delta debugging), and its trace. */
export async function shrink(seed: number, count: number, without?: string): Promise<readonly string[]> {
  const template = await createTemplate();
  let runs = 0;
  let words = '';
  let trace: readonly string[] = [];
  const breaks = async (events: readonly SimEvent[]): Promise<boolean> => {
    for (let left = tries; left > 0 && runs < mostRuns; left -= 1) {
      runs += 1;
      const outcome = await replay(events, template);
      if (outcome.broken === undefined || (words !== '' && kindOf(outcome.broken) !== kindOf(words)))
        continue;
      words = outcome.broken;
      trace = outcome.trace;
      return true;
    }
    return false;
  };
  let events = historyOf(seed, count, without);
  if (!(await breaks(events))) return [`seed ${seed} does not break anything when it is run again`];
  for (let size = Math.ceil(events.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let start = 0; start < events.length;) {
      const without = events.toSpliced(start, size);
      if (await breaks(without)) events = without;
      else start += size;
    }
  await template.disk.remove();
  return [`${events.length} of ${count} events are enough:`, ...trace, words, JSON.stringify(events)];
}
