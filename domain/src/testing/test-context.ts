import type { Actor } from '#src/access/actor.ts';
import type { Act, ActContext, ActResult, ActWorkshop } from '#src/acts/act.ts';
import { createHlc } from '#src/clock/hlc.ts';
import { jobNumber } from '#src/numbering/job-number.ts';
import { money } from '#src/money/money.ts';
import { instantOf } from '#src/time/instant.ts';
import { deviceOf, testPeople } from './test-people.ts';

/** 11:30 in the morning in India. */
export const TEST_START_MS = Date.parse('2026-04-01T06:00:00.000Z');

/** What managers may let a customer off alone; about half of what random acts try. */
export const TEST_WAIVER_LIMIT = 500_000;

/** A test person's phone: its clock stands until it is moved, its counters run from 1. */
export interface TestContext extends ActContext {
  now: string;
  /** Moves the clock on; stamps and `now` follow. */
  readonly wait: (ms: number) => void;
  /** How far the device has counted. */
  readonly counted: () => { readonly n: number; readonly job: number };
}

/** A context for acts of a test person, an owner unless told; no chance and no real clock in it. */
export function testContext(
  givens: {
    readonly actor?: Actor;
    readonly code?: string;
    readonly startMs?: number;
    readonly workshop?: ActWorkshop;
  } = {},
): TestContext {
  const actor = givens.actor ?? testPeople.owner;
  if (actor.role !== 'owner' && actor.role !== 'manager') throw new Error(`${actor.role}s do not act`);
  const deviceId = deviceOf(actor);
  let ms = givens.startMs ?? TEST_START_MS;
  let [n, job, id] = [0, 0, 0];
  const clock = createHlc({ deviceId, now: () => ms });
  const context: TestContext = {
    userId: actor.userId,
    role: actor.role,
    deviceId,
    deviceIds: actor.deviceIds,
    workshop: givens.workshop ?? {
      shareCustomers: true,
      timeZone: 'Asia/Kolkata',
      currency: 'INR',
      waiverLimit: money(TEST_WAIVER_LIMIT),
    },
    now: instantOf(ms),
    offset: 330,
    stamp: () => clock.next(),
    newId: () => `${deviceId}-${String((id += 1)).padStart(6, '0')}`,
    nextN: () => (n += 1),
    nextJobNumber() {
      const number = jobNumber(givens.code ?? 'A1', (job += 1));
      if (!number.ok) throw new RangeError('job numbers are used up');
      return number.value;
    },
    wait(by) {
      ms += by;
      context.now = instantOf(ms);
    },
    counted: () => ({ n, job }),
  };
  return context;
}

/** The act of a result that has to be one. */
export function acted(result: ActResult): Act {
  if (!result.ok) throw new Error(`refused: ${result.reason.code} ${result.reason.field ?? ''}`);
  return result.value;
}
