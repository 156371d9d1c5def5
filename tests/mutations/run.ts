import { fileURLToPath } from 'node:url';
import { applyEdit } from './apply-edit.ts';
import { wordsOf, type Check, type Mutation } from './mutation.ts';
import { mutations } from './mutations.ts';
import { runCheck, type CheckResult } from './run-check.ts';
import { removeCopy, scratchCopy } from './scratch-copy.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const only = process.argv[2];
const chosen = mutations.filter(({ name }) => only === undefined || name.includes(only));
const checks = new Map<string, Check>(chosen.map(({ caughtBy }) => [wordsOf(caughtBy), caughtBy]));

/** The check's answer on the mutated sources, which are as they were afterwards, whatever happens. */
async function check(scratch: string, { edits, caughtBy }: Mutation): Promise<CheckResult> {
  const takeBack: (() => Promise<void>)[] = [];
  try {
    for (const edit of edits) takeBack.unshift(await applyEdit(scratch, edit));
    return await runCheck(scratch, caughtBy);
  } finally {
    for (const back of takeBack) await back();
  }
}

/** A check that fails by itself would seem to catch everything. */
async function failsUnmutated(scratch: string, caughtBy: Check): Promise<boolean> {
  const { passed, words, seconds } = await runCheck(scratch, caughtBy).catch((error: unknown) => ({
    passed: false,
    words: (error as Error).message,
    seconds: 0,
  }));
  say(`unmutated: ${wordsOf(caughtBy)}: ${passed ? 'passes' : `FAILS (${words})`} in ${seconds} s`);
  return !passed;
}

/** A mutation that no longer applies proves nothing: it is as wrong as one that survives, and the others go on. */
async function isWrong(scratch: string, mutation: Mutation): Promise<boolean> {
  const { name, caughtBy } = mutation;
  try {
    const { passed, words, seconds } = await check(scratch, mutation);
    const outcome = passed ? 'SURVIVES' : 'caught';
    say(`| ${name} | ${outcome} by ${wordsOf(caughtBy)} | ${seconds} s | ${words} |`);
    return passed;
  } catch (error) {
    say(`| ${name} | NOT TRIED: ${(error as Error).message} | | |`);
    return true;
  }
}

const scratch = await scratchCopy(fileURLToPath(new URL('../..', import.meta.url)));
let wrong = 0;
try {
  for (const caughtBy of checks.values()) if (await failsUnmutated(scratch, caughtBy)) wrong += 1;
  say('\n| mutation | outcome | time | it said |\n| --- | --- | --- | --- |');
  for (const mutation of chosen) if (await isWrong(scratch, mutation)) wrong += 1;
} finally {
  await removeCopy(scratch);
}
say(wrong === 0 ? 'every mutation is caught' : `${wrong} are wrong`);
process.exit(wrong === 0 ? 0 : 1);
