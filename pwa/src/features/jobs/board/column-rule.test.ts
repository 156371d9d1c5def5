// @vitest-environment happy-dom
import { canDeliver, isFinal, jobStatusSchema, nextMoves } from '@revops/domain';
import { expect, test } from 'vitest';
import { columnRule } from './column-rule.ts';

const statuses = jobStatusSchema.options;

test('a column takes a job exactly when the table of moves or a delivery allows it', () => {
  for (const role of ['owner', 'manager'] as const)
    for (const from of statuses)
      for (const to of statuses) {
        if (from === to) continue;
        const isAllowed = nextMoves(from, role).includes(to) || (to === 'delivered' && canDeliver(from));
        expect(columnRule(from, to, role).kind).toBe(isAllowed ? 'allowed' : 'refused');
      }
});

test('where a job stands is its home, for everybody', () => {
  for (const status of statuses) expect(columnRule(status, status, 'manager')).toEqual({ kind: 'home' });
});

test('a column that takes it not says why, and where it may go', () => {
  expect(columnRule('waiting_for_parts', 'completed', 'owner')).toEqual({
    kind: 'refused',
    why: 'From “Waiting for parts” a job goes to In work, Delivered, or Cancelled.',
  });
  expect(columnRule('delivered', 'completed', 'owner')).toEqual({
    kind: 'refused',
    why: 'Delivered: it can only be reopened, to In work.',
  });
  expect(columnRule('cancelled', 'in_progress', 'manager')).toEqual({
    kind: 'refused',
    why: 'Cancelled: only an owner reopens it.',
  });
  for (const from of statuses.filter(isFinal))
    expect(columnRule(from, 'in_progress', 'owner')).toEqual({ kind: 'allowed' });
});
