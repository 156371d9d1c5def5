import { editJob } from '#src/acts/edit-job.ts';
import { moveJob } from '#src/acts/move-job.ts';
import { openJob, type OpenJobInput } from '#src/acts/open-job.ts';
import { money, type Money } from '#src/money/money.ts';
import type { JobStatusValue } from '#src/status/status.ts';
import { promisedInstant } from '#src/time/promise.ts';
import { addDays, workshopDay } from '#src/time/workshop-day.ts';
import {
  areas,
  carModels,
  firstNames,
  jobsOfWork,
  lastNames,
  mechanics,
  registrationOffices,
} from './invented-data.ts';
import { cancelPaid, isGenerous, isTempted, lowerBill, pocketDiscount } from './bad-habits.ts';
import { JobBook, type KnownCar, type World } from './job-book.ts';
import { takeMoney } from './seeded-money.ts';
import type { Random } from './random.ts';
import type { SeededPerson } from './seeded-people.ts';

type Work = (typeof jobsOfWork)[number];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Rupees rounded to fifty, as prices are said aloud, in paise. */
const priceOf = (random: Random, work: Work): Money =>
  money(Math.round(random.between(work.from, work.to) / 50) * 5000);

function plateOf(random: Random): string {
  const letter = (): string => 'ABCDEFGHJKLMNPRSTUVWXYZ'.charAt(random.between(0, 22));
  if (random.chance(0.03))
    return `${random.between(21, 26)}BH${random.between(1000, 9999)}${letter()}${letter()}`;
  const series = random.chance(0.85) ? letter() + letter() : letter();
  return `${random.pick(registrationOffices)}${series}${String(random.between(1, 9999)).padStart(4, '0')}`;
}

type Car = Partial<OpenJobInput> & { plate: string };

/** What cars come with at this time of the year. */
function workAt(random: Random, ms: number): Work {
  const month = new Date(ms).getUTCMonth() + 1;
  const work = random.pick(jobsOfWork);
  const isSeason = (one: Work): boolean => 'months' in one && one.months.some((known) => known === month);
  // Whoever comes with something else comes half as often while there is something in season.
  return isSeason(work) || random.chance(0.7) ? work : random.pick(jobsOfWork);
}

/** Somebody whom another desk knows, written down once more: a number, or only the car and half a name. */
function sameAgain(random: Random, { vehicle, customer }: KnownCar): Car {
  const [first = '', last = ''] = (customer.name ?? '').split(' ');
  const short = last === '' ? customer.name : `${first.slice(0, 1)}. ${last}`;
  const knowsPhone = customer.phone !== undefined && random.chance(0.6);
  return {
    plate: vehicle.plate,
    plateKind: vehicle.plateKind,
    customerName: short ?? undefined,
    phone: knowsPhone || short === undefined ? customer.phone : undefined,
    carModel: random.chance(0.7) ? vehicle.model : undefined,
  };
}

function newCar(random: Random): Car {
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const phone = `+91${random.between(6, 9)}${String(random.between(0, 999_999_999)).padStart(9, '0')}`;
  const known = random.next();
  return {
    plate: plateOf(random),
    plateKind: random.pick(['private', 'private', 'private', 'private', 'commercial', 'electric'] as const),
    customerName: known < 0.95 ? name : undefined,
    phone: known > 0.06 ? phone : undefined,
    carModel: random.pick(carModels),
    address: random.chance(0.2) ? `${random.between(1, 90)}, ${random.pick(areas)}` : undefined,
  };
}

const sameCar = ({ vehicle, customer }: KnownCar): Car => ({
  plate: vehicle.plate,
  customerName: customer.name,
  phone: customer.phone,
  carModel: vehicle.model,
});

function open(
  world: World,
  book: JobBook,
  desk: SeededPerson,
  startMs: number,
  work: Work,
  { known, elsewhere }: Visitor,
): void {
  const { random, workshop } = world;
  const car =
    known !== undefined
      ? sameCar(known)
      : elsewhere !== undefined && elsewhere.customer.name !== undefined
        ? sameAgain(random, elsewhere)
        : newCar(random);
  const estimate = random.chance(0.92) ? priceOf(random, work) : undefined;
  const promisedDay = addDays(
    workshopDay(new Date(startMs).toISOString(), workshop.timeZone),
    random.between(1, 4),
  );
  const advance =
    estimate !== undefined && random.chance(0.3)
      ? {
          amount: money(Math.ceil(estimate / 4 / 50_000) * 50_000),
          method: random.pick(['cash', 'cash', 'upi'] as const),
        }
      : undefined;
  book.keep(
    openJob(
      book.context(desk, startMs),
      {
        ...car,
        workDescription: work.work,
        estimatedAmount: estimate,
        odometer: random.chance(0.7) ? random.between(4000, 140_000) : undefined,
        promisedAt: random.chance(0.8) ? promisedInstant(promisedDay, workshop.timeZone) : undefined,
        workerAssigned: random.chance(0.6) ? random.pick(mechanics) : undefined,
        advance,
      },
      known,
    ),
  );
}

/** Moves the job if that moment has come; says when it was. */
function move(book: JobBook, desk: SeededPerson, ms: number, to: JobStatusValue): boolean {
  if (!book.reached(ms)) return false;
  book.keep(moveJob(book.context(desk, ms), book.job, to));
  return true;
}

function waitForParts(
  world: World,
  book: JobBook,
  desk: SeededPerson,
  ms: number,
  work: Work,
): number | undefined {
  const { random, hours } = world;
  if (!move(book, desk, ms, 'waiting_for_parts')) return undefined;
  book.keep(editJob(book.context(desk, ms + 40_000), book.job, { partsRequired: work.part }));
  const arrived = hours.later(ms, random.between(20, 190));
  return move(book, desk, arrived, 'in_progress') ? arrived : undefined;
}

/** The work itself, up to completion; undefined when the job stands somewhere before it today. */
function workOn(
  world: World,
  book: JobBook,
  desk: SeededPerson,
  startMs: number,
  work: Work,
): number | undefined {
  const { random, hours } = world;
  let ms = hours.later(startMs, random.between(1, 20));
  if (!move(book, desk, ms, 'in_progress')) return undefined;
  if (random.chance(0.22)) {
    const arrived = waitForParts(world, book, desk, hours.later(ms, random.between(1, 8)), work);
    if (arrived === undefined) return undefined;
    ms = arrived;
  }
  ms = hours.later(ms, random.chance(0.1) ? random.between(50, 120) : random.between(3, 40));
  if (random.chance(0.45)) {
    if (!move(book, desk, ms, 'quality_check')) return undefined;
    ms = hours.later(ms, random.between(2, 9));
  }
  return move(book, desk, ms, 'completed') ? ms : undefined;
}

function bill(world: World, book: JobBook, desk: SeededPerson, ms: number, work: Work): void {
  const { random, hours } = world;
  const estimate = book.job.estimatedAmount;
  const changed = estimate === undefined || random.chance(0.35);
  if (!changed) return;
  const billed =
    estimate === undefined
      ? priceOf(random, work)
      : money(Math.round((estimate * random.between(book.paidFor() > 0 ? 100 : 85, 125)) / 500_000) * 5000);
  const dueAt = random.chance(0.1) ? new Date(hours.later(ms, 24 * 15)).toISOString() : undefined;
  if (billed === estimate && dueAt === undefined) return;
  book.keep(
    editJob(book.context(desk, ms), book.job, {
      billedAmount: billed,
      ...(dueAt === undefined ? {} : { dueAt }),
    }),
  );
}

/** Who comes: somebody new, somebody whom this desk knows, or somebody whom only another desk knows. */
export interface Visitor {
  readonly known?: KnownCar | undefined;
  readonly elsewhere?: KnownCar | undefined;
}

/** One job of the invented workshop from intake to delivery, as far as it has come by now. */
export function seededJob(world: World, desk: SeededPerson, startMs: number, visitor: Visitor): JobBook {
  const { random, hours } = world;
  const book = new JobBook(world);
  const work = workAt(random, startMs);
  open(world, book, desk, startMs, work, visitor);
  const tempted = isTempted(world, desk, startMs);
  if (tempted && random.chance(0.35) && cancelPaid(book, desk, hours.later(startMs, random.between(2, 9))))
    return book;
  // Whoever has paid something does not walk away; where that happens, somebody should ask.
  if (random.chance(0.04) && book.paidFor() === 0) {
    move(book, desk, hours.later(startMs, random.between(2, 30)), 'cancelled');
    return book;
  }
  const completed = workOn(world, book, desk, startMs, work);
  if (completed === undefined) return book;
  const billedAt = completed + random.between(60_000, HOUR_MS);
  if (!book.reached(billedAt)) return book;
  bill(world, book, desk, billedAt, work);
  const collected = hours.later(billedAt, random.between(1, 30));
  if (!book.reached(collected)) return book;
  const isSkimmed =
    tempted && lowerBill(book, desk, collected - HOUR_MS)
      ? true
      : isGenerous(world, desk, collected) && pocketDiscount(world, book, desk, collected - 3 * MINUTE_MS);
  if (!isSkimmed) takeMoney(world, book, desk, collected);
  move(book, desk, collected + 45_000, 'delivered');
  return book;
}
