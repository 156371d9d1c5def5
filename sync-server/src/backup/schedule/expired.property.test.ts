import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { archiveName, archiveTime } from '../archive/archive-name.ts';
import { expired } from './expired.ts';

const dayMs = 24 * 3_600_000;
const now = Date.parse('2026-11-21T12:00:00Z');

const archives = fc.array(fc.record({ age: fc.nat(100), verified: fc.boolean() }), { maxLength: 30 });

it('never lets the newest good archive go, nor anything young, nor anything without a good one after it', () => {
  fc.assert(
    fc.property(archives, fc.integer({ min: 1, max: 60 }), (all, keepDays) => {
      const names = all.map(({ age }) => archiveName(now - age * dayMs));
      const good = new Set(names.filter((_name, index) => all[index]?.verified));
      const gone = expired([...names, 'notes.txt'], good, keepDays, now);
      // Where none is good, nothing goes.
      const newest = [...good].toSorted().at(-1) ?? '';
      const isOld = (name: string): boolean => (archiveTime(name) ?? 0) < now - keepDays * dayMs;
      expect(new Set(gone)).toEqual(new Set(names.filter((name) => name < newest && isOld(name))));
    }),
  );
});
