// `npm run bench -- [group[:measure] …]`, such as `sync` or `sync:send`: measures against the budgets of performance,
// prints one table, writes results/latest.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureApp } from './groups/app.ts';
import { measureLocal } from './groups/local.ts';
import { measureServer } from './groups/server.ts';
import { measureSync } from './groups/sync.ts';
import type { Measurement } from './support/measure.ts';
import { benchRoot } from './support/paths.ts';
import { table } from './support/table.ts';

/** @param only the measures of the group that were asked for by name; none means all. */
type Measure = (only: readonly string[]) => Promise<readonly Measurement[]>;

const groups: Readonly<Record<string, Measure>> = {
  app: measureApp,
  local: measureLocal,
  sync: measureSync,
  server: measureServer,
};

const asked = process.argv.slice(2).map((name) => name.split(':') as [string, string?]);
const unknown = asked.map(([name]) => name).filter((name) => groups[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(
    `No such group: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.\n`,
  );
  process.exit(2);
}

const lines: Measurement[] = [];
for (const [name, measure] of Object.entries(groups)) {
  const named = asked.filter(([group]) => group === name);
  if (asked.length > 0 && named.length === 0) continue;
  process.stderr.write(`Measuring ${name} …\n`);
  lines.push(...(await measure(named.flatMap(([, one]) => one ?? []))));
}

process.stdout.write(`${table(lines)}\n`);
const machine = {
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
};
mkdirSync(join(benchRoot, 'results'), { recursive: true });
writeFileSync(
  join(benchRoot, 'results', 'latest.json'),
  `${JSON.stringify({ at: new Date().toISOString(), machine, lines }, undefined, 2)}\n`,
);
process.exit(0);
