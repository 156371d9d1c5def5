import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitColumns } from './fit-columns.ts';

const column = (key: string, width: number, rank: number) => ({ key, width, rank });

test('the least important columns give way, the others keep their order', () => {
  const all = [column('a', 5, 2), column('b', 5, 9), column('c', 5, 1), column('d', 5, 4)];
  expect(fitColumns(all, 20)).toEqual(all);
  expect(fitColumns(all, 15).map(({ key }) => key)).toEqual(['a', 'b', 'd']);
  expect(fitColumns(all, 10).map(({ key }) => key)).toEqual(['b', 'd']);
  expect(fitColumns(all, 0).map(({ key }) => key)).toEqual(['b']);
});

test('what is shown fits, unless a single column does not', () => {
  const columns = fc.array(
    fc.record({ key: fc.string(), width: fc.integer({ min: 1, max: 20 }), rank: fc.integer() }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(columns, fc.integer({ min: 0, max: 120 }), (all, room) => {
      const shown = fitColumns(all, room);
      const needed = shown.reduce((sum, { width }) => sum + width, 0);
      return shown.length === 1 || needed <= room;
    }),
  );
});
