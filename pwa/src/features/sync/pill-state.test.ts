import { money } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import type { SyncView } from '#src/data/views.ts';
import { pillState } from './pill-state.ts';

const now = '2026-07-18T09:00:00.000Z';
const calm: SyncView = {
  online: true,
  phase: 'idle',
  waitingActs: 0,
  waitingAmount: money(0),
  refused: 0,
  storage: 'ok',
};
const stateOf = (sync: Partial<SyncView>, isUpdateReady = false) =>
  pillState({ sync: { ...calm, ...sync }, now, isUpdateReady, isBrowserOnline: true });

describe('pillState', () => {
  it('says that all is sent only when nothing waits and the server was heard', () => {
    expect(stateOf({ lastHeard: now })).toEqual({ state: 'sent', heardAt: now });
    expect(stateOf({ waitingActs: 1 }).state).toBe('waiting');
    expect(stateOf({ online: false, lastHeard: now }).state).toBe('no_signal');
  });

  it('believes the browser about the connection until the server was heard once', () => {
    const unheard = { sync: { ...calm, online: false }, now, isUpdateReady: false };
    expect(pillState({ ...unheard, isBrowserOnline: true }).state).toBe('sent');
    expect(pillState({ ...unheard, isBrowserOnline: false }).state).toBe('no_signal');
  });

  it('names the money among what waits, and leaves it out when there is none', () => {
    expect(stateOf({ waitingActs: 3, waitingAmount: money(450_000) })).toEqual({
      state: 'waiting',
      count: 3,
      amount: 450_000,
    });
    expect(stateOf({ waitingActs: 3 })).toEqual({ state: 'waiting', count: 3 });
  });

  it('says sending only while there is a connection', () => {
    expect(stateOf({ waitingActs: 2, phase: 'sending' }).state).toBe('sending');
    expect(stateOf({ waitingActs: 2, phase: 'sending', online: false }).state).toBe('waiting');
  });

  it('says that photos are still here when all text is sent', () => {
    expect(stateOf({ lastHeard: now, filesWaiting: 2 })).toEqual({ state: 'photos', count: 2 });
    expect(stateOf({ waitingActs: 1, filesWaiting: 2 }).state).toBe('waiting');
    expect(stateOf({ waitingActs: 1, filesWaiting: 2, phase: 'sending' })).toEqual({
      state: 'sending',
      count: 1,
      photos: 2,
    });
  });

  it('names the day once something waits for more than 24 hours', () => {
    const since = '2026-07-17T08:59:59.000Z';
    expect(stateOf({ waitingActs: 3, oldestWaitingAt: since })).toEqual({ state: 'stale', count: 3, since });
    expect(stateOf({ waitingActs: 3, oldestWaitingAt: '2026-07-17T09:00:00.000Z' }).state).toBe('waiting');
  });

  it('puts what needs a person before what only needs time', () => {
    const much = { waitingActs: 3, refused: 2, storage: 'full', online: false } as const;
    expect(stateOf(much)).toEqual({ state: 'refused', count: 2 });
    expect(stateOf({ ...much, phase: 'signed_out' })).toEqual({ state: 'signed_out', count: 3 });
    expect(stateOf({ waitingActs: 3, storage: 'full' }).state).toBe('storage_full');
  });

  it('says by how much the clock is wrong, in the right direction', () => {
    expect(stateOf({ clockOffByDays: -1 })).toEqual({ state: 'clock_off', aheadMs: -86_400_000 });
  });

  it('offers an update only when nothing else is to be said', () => {
    expect(stateOf({}, true).state).toBe('update');
    expect(stateOf({ waitingActs: 1 }, true).state).toBe('waiting');
    expect(stateOf({ online: false, lastHeard: now }, true).state).toBe('no_signal');
  });
});
