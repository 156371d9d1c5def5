import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Check } from './mutation.ts';

export interface CheckResult {
  readonly passed: boolean;
  /** What it said was wrong, in a line. */
  readonly words: string;
  readonly seconds: number;
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'];
const simulator = ['--import', 'tsx', '--conditions=source', 'simulator/run.ts', '--bail'];
const escaped = (title: string): string => title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const argumentsOf = (check: Check): readonly string[] =>
  check.kind === 'simulator'
    ? [
        ...simulator,
        '--seeds',
        String(check.seeds),
        ...(check.without === undefined ? [] : ['--without', check.without]),
      ]
    : [...vitest, check.file, '-t', escaped(check.title)];

/** A line that names a broken promise or an assertion; a check that cannot even start does not count as one. */
const brokenLine: Readonly<Record<Check['kind'], RegExp>> = {
  simulator: /^seed \d+ broke: (.+)$/m,
  tests: /^(?:AssertionError|Error): (.+)$/m,
};
const ranLine: Readonly<Record<Check['kind'], RegExp>> = {
  simulator: /^no promise was broken$/m,
  tests: /Tests .*\d+ passed/,
};

/** Runs one check on these sources. */
export async function runCheck(root: string, check: Check): Promise<CheckResult> {
  const from = performance.now();
  const cwd = check.kind === 'simulator' ? join(root, 'tests') : root;
  const child = spawn(process.execPath, argumentsOf(check), { cwd, env: { ...process.env, NO_COLOR: '1' } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const seconds = Math.round((performance.now() - from) / 1000);
  if (code === 0 && ranLine[check.kind].test(output)) return { passed: true, words: '', seconds };
  const words = brokenLine[check.kind].exec(output)?.[1];
  if (words === undefined) throw new Error(`the check did not run:\n${output.slice(-3000)}`);
  return { passed: false, words: words.slice(0, 100), seconds };
}
