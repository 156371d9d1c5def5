import { parseArgs } from 'node:util';
import { createTemplate, simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '20' },
    events: { type: 'string', default: '40' },
    trace: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const template = await createTemplate();
const seeds =
  values.seed === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, index) => index + 1)
    : [Number(values.seed)];
let broken = 0;
for (const seed of seeds) {
  const from = performance.now();
  try {
    const { trace, saved, refused, documents } = await simulate(seed, template, Number(values.events));
    if (values.trace) say(trace.join('\n'));
    const ms = Math.round(performance.now() - from);
    say(`seed ${seed}: ${saved} bodies saved, ${refused} refused, ${documents} stored, ${ms} ms`);
  } catch (error) {
    broken += 1;
    say(error instanceof Error ? error.message : String(error));
  }
}
await template.server.remove();
say(broken === 0 ? 'no promise was broken' : `${broken} seeds broke a promise`);
process.exit(broken === 0 ? 0 : 1);
