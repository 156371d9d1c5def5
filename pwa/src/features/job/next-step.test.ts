import { canDeliver, jobStatusSchema, money, nextMoves, type JobStatusValue } from '@revops/domain';
import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#src/words/compiled/runtime.js';
import { nextStep, otherMoves } from './next-step.ts';

overwriteGetLocale(() => 'en');

const at = (status: JobStatusValue, balance = 0) =>
  nextStep({ status, balance: money(balance), billed: money(500_000) });

test.each(jobStatusSchema.options)(
  'from %s every move that is offered is allowed, and none is lost',
  (status) => {
    for (const role of ['owner', 'manager'] as const) {
      const step = at(status);
      const usual = step.kind === 'move' ? [step.to] : step.kind === 'deliver' ? ['delivered' as const] : [];
      const offered = [...usual, ...otherMoves(status, role).map((move) => move.to)];
      const allowed = new Set([
        ...nextMoves(status, role),
        ...(canDeliver(status) ? (['delivered'] as const) : []),
      ]);
      expect(new Set(offered)).toEqual(allowed);
      expect(offered.length).toBe(allowed.size);
    }
  },
);

test('a delivered job with money open asks for it, with too much gives it back, else asks for the next car', () => {
  expect(at('delivered', 200_000)).toEqual({ kind: 'pay' });
  expect(at('delivered')).toEqual({ kind: 'new_job' });
  expect(at('cancelled', -100)).toEqual({ kind: 'give_back' });
  expect(nextStep({ status: 'cancelled', balance: money(-100) })).toEqual({ kind: 'new_job' });
});
