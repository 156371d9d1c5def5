import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Counts } from './counts.ts';
import { regressions } from './regressions.ts';
import { dropRun, runName } from './run-prefix.ts';
import type { SeedDone } from './run-seeds.ts';
import { shrink } from './shrink.ts';
import { workUntilStuck } from './work-until-stuck.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false },
    events: { type: 'string', default: '40' },
    processes: { type: 'string', default: String(availableParallelism()) },
    least: { type: 'string' },
    trace: { type: 'boolean', default: false },
    bail: { type: 'boolean', default: false },
    without: { type: 'string' },
    shrink: { type: 'boolean', default: false },
  },
});

const events = Number(values.events);
const first = values.fresh ? Math.floor(Math.random() * 1_000_000_000) : Number(values.from);
const known = regressions.map(({ seed }) => seed);
const seeds =
  values.seed === undefined
    ? [...known, ...Array.from({ length: Number(values.seeds) }, (_, at) => first + at)]
    : [Number(values.seed)];
/** From this many on a run has to have met everything often. */
const longRun = 500;
const least = values.least === undefined ? (seeds.length >= longRun ? 100 : 0) : Number(values.least);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
process.env[runName] = String(process.pid);
const counts = new Counts();
const broken: number[] = [];
const queue = [...seeds];

function report(done: SeedDone): void {
  counts.take(done.counts);
  if (done.trace !== undefined) say(done.trace.join('\n'));
  if (done.broken === undefined)
    return say(
      `seed ${done.seed}: ${done.saved} bodies saved, ${done.refused} refused, ${done.documents} stored, ${done.ms} ms`,
    );
  broken.push(done.seed);
  say(`seed ${done.seed} broke: ${done.broken}`);
  if (values.bail) queue.length = 0;
}

/** One process works on one seed after the other; real time is spent waiting for disks, so each core gets one. */
async function work(): Promise<void> {
  while (queue.length > 0) {
    const { failed } = await workUntilStuck({
      take: () => queue.shift(),
      toDo: { events, trace: values.trace, without: values.without },
      report,
    });
    if (failed === undefined) continue;
    broken.push(failed.seed);
    say(`seed ${failed.seed} broke: ${failed.words}`);
    if (failed.trace.length > 0) say(failed.trace.join('\n'));
    if (values.bail) queue.length = 0;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void dropRun(String(process.pid)).finally(() => process.exit(1)));
const from = performance.now();
say(`seeds ${first} to ${first + Number(values.seeds) - 1}, and ${known.length} that broke a promise once`);
await Promise.all(Array.from({ length: Math.min(Number(values.processes), seeds.length) }, work));
say(`${seeds.length} seeds in ${Math.round((performance.now() - from) / 1000)} s; what happened:`);
for (const line of counts.lines()) say(line);
const rare = counts.rarerThan(least);
if (rare.length > 0) say(`less often than ${least} times: ${rare.join(', ')}`);
const [failing] = broken;
if (failing !== undefined && values.shrink)
  for (const line of await shrink(failing, events, values.without)) say(line);
await dropRun(String(process.pid));
say(broken.length === 0 ? 'no promise was broken' : `broken by the seeds ${broken.join(' ')}`);
process.exit(broken.length === 0 && rare.length === 0 ? 0 : 1);
