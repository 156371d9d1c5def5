import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failures } from './failures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('each of the sixteen is there, and shown by something', () => {
  expect(failures.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  expect(failures.every(({ shownBy }) => shownBy.length > 0)).toBe(true);
});

describe.each(failures)('$number: $broke', ({ shownBy }) => {
  test.each(shownBy)('is shown by “$title” of $file', async ({ file, title }) => {
    const text = await readFile(join(root, file), 'utf8');
    expect(text).toMatch(/\b(test|it)(\.each)?\(/);
    expect([`'${title}'`, `\`${title}\``, `"${title}"`].some((quoted) => text.includes(quoted))).toBe(true);
  });
});
