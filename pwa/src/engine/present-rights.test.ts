import type { AnyDocument } from '@revops/domain';
import { expect, test } from 'vitest';
import type { EngineEnv, Replica } from './env.ts';
import { presentRights } from './present-rights.ts';

const now = Date.UTC(2026, 2, 1);
const env = { userId: 'meera', now: () => now } as EngineEnv;
const withMember = (member: object | undefined): Replica =>
  ({
    allDocs: () =>
      Promise.resolve({ rows: [member === undefined ? { error: 'not_found' } : { doc: member }] }),
  }) as unknown as Replica;
const at = (access: string[], createdAt: string) => ({ access, createdAt }) as unknown as AnyDocument;
const fresh = new Date(now - 86_400_000).toISOString();

test('what another desk has is not read by a manager, and is by an owner', async () => {
  const manager = await presentRights(env, withMember({ role: 'manager' }));
  const owner = await presentRights(env, withMember({ role: 'owner' }));
  const foreign = at(['desk:ravi'], fresh);
  expect([manager.mayRead(foreign), owner.mayRead(foreign)]).toEqual([false, true]);
  expect(manager.mayRead(at(['desk:meera'], fresh))).toBe(true);
});

test('while nothing is known of the person, nothing is held for unreadable', async () => {
  const rights = await presentRights(env, withMember(undefined));
  expect(rights.mayRead(at(['desk:ravi'], fresh))).toBe(true);
});

test('what is older than any backup is not recent', async () => {
  const { isRecent } = await presentRights(env, withMember(undefined));
  expect(isRecent(at([], fresh))).toBe(true);
  expect(isRecent(at([], new Date(now - 40 * 86_400_000).toISOString()))).toBe(false);
});
