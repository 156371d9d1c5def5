import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Workshop } from '#src/documents/workshop.ts';
import { signedAmount } from '#src/ledger/payment-contribution.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { bankCash, bankOften } from './bank-round.ts';
import { busyMoments } from './busy-days.ts';
import { CashDrawers } from './cash-drawers.ts';
import { handOverCash } from './cash-round.ts';
import { closeEvenings } from './evening-closes.ts';
import { firstNames, lastNames } from './invented-data.ts';
import type { JobBook, KnownCar, World } from './job-book.ts';
import { seededRandom, type Random } from './random.ts';
import { seededJob, type Visitor } from './seeded-job.ts';
import { decideDiscounts } from './seeded-discounts.ts';
import { decideMoney, waitingCash } from './seeded-money.ts';
import { seededPerson, serverRecord, type SeededPerson } from './seeded-people.ts';
import { workshopHours } from './workshop-hours.ts';

const DAY_MS = 86_400_000;
/** Ten cars a day, but never more than five years of history: larger workshops are busier, not older. */
const JOBS_PER_DAY = 10;
const MAX_DAYS = 5 * 365;
/** Cars that may come again; bounded so that fifty thousand jobs need little memory. */
const KNOWN_CARS = 2000;
/** A manager hands cash over after about this many cash payments. */
const PAYMENTS_PER_HAND_OVER = 8;
/** How often a manager passes the bank anyway. */
const TO_THE_BANK = 0.12;
/** Makes another stream of chance of the same seed. */
const ASIDE = 1_000_003;

/** What kind of invented workshop is wanted. */
export interface SeededWorkshopOptions {
  readonly seed: number;
  readonly jobs: number;
  /** How long ago it opened; ten cars a day unless told. */
  readonly days?: number | undefined;
  /** The instant at which the history ends; nothing in it is later. */
  readonly now: string;
  readonly timeZone?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly managerIds?: readonly string[] | undefined;
  /** How many managers, when their ids do not matter; 3 unless told. */
  readonly managers?: number | undefined;
  readonly name?: string | undefined;
  readonly shareCustomers?: boolean | undefined;
}

/** An invented workshop. `documents` can be run through once; each id comes once, in its newest form. */
export interface SeededWorkshop {
  readonly workshop: Workshop;
  /** The owner first. `last` of each person counts along while documents are taken. */
  readonly people: readonly SeededPerson[];
  readonly documents: Generator<AnyDocument, void, undefined>;
}

function workshopOf(options: SeededWorkshopOptions, startMs: number, ownerId: string): Workshop {
  const record = serverRecord(
    startMs,
    {
      _id: 'workshop:self',
      type: 'workshop',
      name: options.name ?? 'Shree Motors',
      address: 'Plot 14, Bhosari Industrial Area, Pune 411026',
      phone: '+912027123456',
      currency: 'INR',
      timeZone: options.timeZone ?? 'Asia/Kolkata',
      locale: 'en-IN',
      shareCustomers: options.shareCustomers ?? true,
      upi: { vpa: 'shreemotors@okbank', payee: options.name ?? 'Shree Motors' },
      waiverLimit: 50_000,
    },
    ownerId,
  );
  return record as unknown as Workshop;
}

function peopleOf(options: SeededWorkshopOptions, random: Random, startMs: number): SeededPerson[] {
  const managers = options.managerIds ?? Array<undefined>(options.managers ?? 3).fill(undefined);
  return [options.ownerId, ...managers].map((userId, index) =>
    seededPerson(random, index, {
      userId,
      name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
      startMs,
    }),
  );
}

function* staff(people: readonly SeededPerson[], startMs: number): Generator<AnyDocument, void, undefined> {
  for (const { userId, name, role } of people)
    yield serverRecord(
      startMs,
      { _id: `member:${userId}`, type: 'member', name, role, active: true },
      userId,
    );
}

function* devices(
  people: readonly SeededPerson[],
  world: World,
  startMs: number,
): Generator<AnyDocument, void, undefined> {
  for (const { userId, deviceId, code, last } of people) {
    const lastHeard = new Date(world.nowMs).toISOString();
    const label = 'Chrome on Android';
    yield serverRecord(
      startMs,
      { _id: `device:${deviceId}`, type: 'device', userId, code, label, issued: last.n, lastHeard },
      userId,
    );
  }
}

/** One in three was here before; a few are known, but not to this desk. */
function visitorOf(random: Random, own: readonly KnownCar[], all: readonly (readonly KnownCar[])[]): Visitor {
  if (own.length > 20 && random.chance(0.35)) return { known: random.pick(own) };
  const others = random.pick(all);
  if (others === own || others.length === 0 || !random.chance(0.02)) return {};
  return { elsewhere: random.pick(others) };
}

/** Cash that came in with a job and counts. */
function takeIntoDrawers({ drawers }: World, book: JobBook): void {
  for (const payment of book.payments) {
    const { state } = paymentState(payment, book.followersOf(payment));
    if (payment.method === 'cash' && (state === 'waiting' || state === 'confirmed'))
      drawers.move(payment.collectedBy, Date.parse(payment.receivedAt), signedAmount(payment));
  }
}

function* jobs(
  world: World,
  people: readonly SeededPerson[],
  wanted: { readonly count: number; readonly startMs: number },
): Generator<AnyDocument, void, undefined> {
  const { random, hours, owner, nowMs } = world;
  const known = new Map<string, KnownCar[]>();
  const cash = new Map<string, Payment[]>();
  for (const day of busyMoments(wanted.count, { ...wanted, nowMs }, hours.offsetAt)) {
    const startMs = Math.min(hours.duringDay(day), nowMs - random.between(60_000, 3_600_000));
    const desk = random.chance(0.15) ? owner : random.pick(people);
    const cars = known.get(desk.userId) ?? [];
    known.set(desk.userId, cars);
    const book = seededJob(world, desk, startMs, visitorOf(random, cars, [...known.values()]));
    decideMoney(world, book);
    decideDiscounts(world, book);
    takeIntoDrawers(world, book);
    yield* book.documents;
    if (book.car !== undefined) {
      if (cars.length < KNOWN_CARS) cars.push(book.car);
      else cars[random.between(0, KNOWN_CARS - 1)] = book.car;
    }
    if (desk === owner) continue;
    const held = [...(cash.get(desk.userId) ?? []), ...waitingCash(book)];
    const ready = held.filter((payment) => Date.parse(payment.receivedAt) < startMs);
    const over = ready.length >= PAYMENTS_PER_HAND_OVER;
    cash.set(desk.userId, over ? held.filter((payment) => !ready.includes(payment)) : held);
    if (over)
      yield* (world.aside.random.chance(TO_THE_BANK) ? bankCash : handOverCash)(world, desk, ready, startMs);
  }
}

/** How many days of history an invented workshop has. */
export const seededDays = ({ jobs, days }: Pick<SeededWorkshopOptions, 'jobs' | 'days'>): number =>
  days ?? Math.min(MAX_DAYS, Math.max(1, Math.ceil(jobs / JOBS_PER_DAY)));

/**
 * An invented workshop made by the same acts that people's phones run: equal options give equal bytes. Documents come
 * one by one, oldest job first, so that fifty thousand jobs never stand in memory together.
 */
export function seededWorkshop(options: SeededWorkshopOptions): SeededWorkshop {
  const random = seededRandom(options.seed);
  const nowMs = Date.parse(options.now);
  const startMs = nowMs - seededDays(options) * DAY_MS;
  const people = peopleOf(options, random, startMs);
  const [owner] = people;
  if (owner === undefined) throw new RangeError('a workshop has an owner');
  const workshop = workshopOf(options, startMs, owner.userId);
  const hours = workshopHours(workshop.timeZone, random);
  const chance = seededRandom(options.seed + ASIDE);
  const aside = { random: chance, hours: workshopHours(workshop.timeZone, chance) };
  const tempted = people.at(-1);
  const drawers = new CashDrawers();
  const world: World = { random, workshop, nowMs, owner, hours, tempted, shown: {}, aside, drawers };
  function* documents(): Generator<AnyDocument, void, undefined> {
    yield workshop;
    yield* staff(people, startMs);
    yield* jobs(world, people, { count: options.jobs, startMs });
    yield* bankOften(world, startMs);
    yield* closeEvenings(world, people, startMs);
    yield* devices(people, world, startMs);
  }
  return { workshop, people, documents: documents() };
}
