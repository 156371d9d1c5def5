import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutated } from './apply-edit.ts';
import { mutations } from './mutations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Running them all is `npm run simulate:mutations`; here only that none has gone stale.
test.each(mutations)('“$name” still finds the text that it changes, and its check', async (mutation) => {
  for (const edit of mutation.edits)
    expect(await mutated(root, edit)).not.toBe(await readFile(join(root, edit.file), 'utf8'));
  const { caughtBy } = mutation;
  const named = caughtBy.kind === 'tests' ? await readFile(join(root, caughtBy.file), 'utf8') : '';
  expect(named).toContain(caughtBy.kind === 'tests' ? caughtBy.title : '');
});

test('there are ten, each of another name', () => {
  expect(new Set(mutations.map(({ name }) => name)).size).toBe(10);
});
