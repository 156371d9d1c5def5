import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hlcOf } from '#src/clock/hlc.ts';
import { merge } from '#src/merge/merge.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { isErasable, personOf, withoutPerson } from './without-person.ts';

const erasedText = '—';
const jobs = arbitraryOf('job');

test('a job without its person is still a job, says nothing of them and keeps all else', () => {
  fc.assert(
    fc.property(jobs, (job) => {
      const bare = withoutPerson(job) ?? job;
      expect(typeNamed('job')?.schema.safeParse(bare).success).toBe(true);
      expect([bare['customerName'], bare['phone'], bare['address']]).toEqual([
        erasedText,
        undefined,
        undefined,
      ]);
      const kept = Object.keys(job).filter(
        (name) => !['customerName', 'phone', 'address', 'stamps'].includes(name),
      );
      for (const name of kept) expect(bare[name]).toEqual(job[name]);
      expect(withoutPerson(bare)).toBeUndefined();
      expect(personOf(bare)).toBe(job['customerId']);
    }),
  );
});

test('it wins over the branch that still has the words', () => {
  fc.assert(
    fc.property(jobs, (job) => {
      const bare = withoutPerson(job);
      if (bare === undefined) return;
      expect(merge([job, bare])['customerName']).toBe(erasedText);
      expect(merge([bare, job])['phone']).toBeUndefined();
      for (const [name, stamp] of Object.entries(job.stamps ?? {}))
        expect(hlcOf(bare.stamps?.[name]) >= hlcOf(stamp)).toBe(true);
    }),
  );
});

test('only what tells of a person can be erased whole', () => {
  expect(['customer:1', 'photo:1', 'jobEvent:1', 'visit:1'].map(isErasable)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  const others = [
    'job:1',
    'payment:1',
    'workshop:self',
    'member:1',
    'device:1',
    'claim:1',
    'audit:1',
    'vehicle:1',
  ];
  expect(others.map(isErasable)).toEqual(others.map(() => false));
});
