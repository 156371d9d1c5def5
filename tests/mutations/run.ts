import { fileURLToPath } from 'node:url';
import { applyEdit } from './apply-edit.ts';
import { wordsOf, type Check, type Mutation } from './mutation.ts';
import { mutations } from './mutations.ts';
import { runCheck } from './run-check.ts';
import { removeCopy, scratchCopy } from './scratch-copy.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const only = process.argv[2];
const chosen = mutations.filter(({ name }) => only === undefined || name.includes(only));
const checks = new Map<string, Check>(chosen.map(({ caughtBy }) => [wordsOf(caughtBy), caughtBy]));

async function survives(scratch: string, { name, edits, caughtBy }: Mutation): Promise<boolean> {
  const takeBack: (() => Promise<void>)[] = [];
  for (const edit of edits) takeBack.unshift(await applyEdit(scratch, edit));
  const { passed, words, seconds } = await runCheck(scratch, caughtBy);
  for (const back of takeBack) await back();
  say(`| ${name} | ${passed ? 'SURVIVES' : 'caught'} by ${wordsOf(caughtBy)} | ${seconds} s | ${words} |`);
  return passed;
}

const scratch = await scratchCopy(fileURLToPath(new URL('../..', import.meta.url)));
let wrong = 0;
try {
  for (const check of checks.values()) {
    const { passed, words, seconds } = await runCheck(scratch, check);
    say(`unmutated: ${wordsOf(check)}: ${passed ? 'passes' : `FAILS (${words})`} in ${seconds} s`);
    if (!passed) wrong += 1;
  }
  say('\n| mutation | outcome | time | it said |\n| --- | --- | --- | --- |');
  for (const mutation of chosen) if (await survives(scratch, mutation)) wrong += 1;
} finally {
  await removeCopy(scratch);
}
say(wrong === 0 ? 'every mutation is caught' : `${wrong} are wrong`);
process.exit(wrong === 0 ? 0 : 1);
