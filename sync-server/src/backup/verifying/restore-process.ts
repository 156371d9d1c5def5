import { parseBackupKey } from '../archive/archive-key.ts';
import { wordsOfFailure } from '../schedule/words-of-failure.ts';
import type { ChildAnswer, ChildTask } from './restore-in-child.ts';
import { restoreScratch } from './restore-scratch.ts';

/** Run by `restoreInChild`. Without its server nobody needs it any more. */
process.once('disconnect', () => process.exit(1));

async function answer({ path, key: text, folder }: ChildTask): Promise<ChildAnswer> {
  const key = parseBackupKey(text);
  if (!key) return { words: 'No key came along.' };
  try {
    return { restored: await restoreScratch({ path, key, folder }) };
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    return { words: wordsOfFailure(error) };
  }
}

process.once('message', (task: ChildTask) => {
  void answer(task).then((result) => process.send?.(result, () => process.exit(0)));
});
