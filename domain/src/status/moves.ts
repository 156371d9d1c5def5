import { stampTimeMs } from '#src/clock/hlc.ts';
import { isFinal, type JobStatus, type JobStatusValue } from './status.ts';

const moves: Readonly<Record<JobStatusValue, readonly JobStatusValue[]>> = {
  pending: ['in_progress', 'waiting_for_parts', 'completed', 'cancelled'],
  in_progress: ['waiting_for_parts', 'quality_check', 'completed', 'cancelled'],
  waiting_for_parts: ['in_progress', 'cancelled'],
  quality_check: ['in_progress', 'waiting_for_parts', 'completed', 'cancelled'],
  completed: ['in_progress', 'delivered', 'cancelled'],
  delivered: ['in_progress'],
  cancelled: ['in_progress'],
};

/** How long the person who made a move may take it back. */
export const takeBackWindowMs = 15 * 60_000;

/** The statuses a person may choose next. Delivered and cancelled jobs are reopened by an owner only. */
export function nextMoves(from: JobStatusValue, role: 'owner' | 'manager'): readonly JobStatusValue[] {
  return isFinal(from) && role !== 'owner' ? [] : moves[from];
}

/** Deliver and collect is one act from any open status. */
export const canDeliver = (from: JobStatusValue): boolean => !isFinal(from);

/** A final move is taken back by one of the devices of the person who made it, within the window of its own clock. */
export function mayTakeBack(
  stored: JobStatus,
  nowStamp: string,
  ownDevices: readonly string[],
  deviceOf: (stamp: string) => string,
): boolean {
  // A clock that runs ahead is measured by itself, on the phone by what was lowered and on the gateway by what it became.
  const { of = '' } = stored;
  const moved = of > stored.hlc && of <= nowStamp ? of : stored.hlc;
  const elapsedMs = stampTimeMs(nowStamp) - stampTimeMs(moved);
  return ownDevices.includes(deviceOf(stored.hlc)) && elapsedMs <= takeBackWindowMs;
}

/** The status after a move: the times of completion and delivery travel with it. */
export function movedStatus(from: JobStatus, to: JobStatusValue, stamp: string, now: string): JobStatus {
  const round = isFinal(from.value) ? from.round + 1 : from.round;
  const completedAt = to === 'completed' ? now : to === 'delivered' ? (from.completedAt ?? now) : undefined;
  return {
    value: to,
    round,
    hlc: stamp,
    ...(completedAt === undefined ? {} : { completedAt }),
    ...(to === 'delivered' ? { deliveredAt: now } : {}),
  };
}
