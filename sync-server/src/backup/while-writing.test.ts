import { expect, it } from 'vitest';
import { scratchSource } from '../testing/backup-kit.ts';
import { backUpWhileWriting } from '../testing/backup-while-writing.ts';

it('a backup under 2,000 documents that change loses none acknowledged before it, and tears no bulk apart', async () => {
  const source = await scratchSource();
  const found = await backUpWhileWriting(source, 1000);
  expect(found).toEqual({ differences: [], lost: 0, torn: 0, pairs: 1000 });
  await source.end();
});
