import type { ActContext, ActResult } from '#src/acts/act.ts';
import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Workshop } from '#src/documents/workshop.ts';
import { signedAmount } from '#src/ledger/payment-contribution.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { groupOf } from '#src/registry/registry.ts';
import type { Random } from './random.ts';
import { SeededContext, type SeededPerson } from './seeded-people.ts';
import type { WorkshopHours } from './workshop-hours.ts';

/** What all invented jobs share. */
export interface World {
  readonly random: Random;
  readonly hours: WorkshopHours;
  readonly workshop: Workshop;
  readonly nowMs: number;
  readonly owner: SeededPerson;
  /** Whose books do not bear a second look, if anybody's. */
  readonly tempted?: SeededPerson | undefined;
  /** A bank reference that somebody shows a second time. */
  readonly shown: { utr?: string };
}

/** A customer with the car, for the next visit. */
export interface KnownCar {
  readonly vehicle: Vehicle;
  readonly customer: Customer;
}

/** The documents of one job while it is made: each id once, in its newest form. */
export class JobBook {
  readonly #documents = new Map<string, AnyDocument>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** True while a moment is not in the future; what would happen later has not happened. */
  reached(ms: number): boolean {
    return ms <= this.#world.nowMs;
  }

  context(person: SeededPerson, ms: number): ActContext {
    return new SeededContext(person, ms, { ...this.#world, offset: this.#world.hours.offsetAt(ms) });
  }

  /** Takes an act's documents in; a problem here is a bug of the generator. */
  keep(result: ActResult): readonly AnyDocument[] {
    if (!result.ok) throw new Error(`the invented workshop did something impossible: ${result.reason.code}`);
    for (const document of result.value.documents) this.#documents.set(document._id, document);
    return result.value.documents;
  }

  get job(): Job {
    return this.#first('job') as unknown as Job;
  }

  get car(): KnownCar | undefined {
    const [vehicle, customer] = [this.#first('vehicle'), this.#first('customer')];
    return vehicle === undefined || customer === undefined
      ? undefined
      : { vehicle: vehicle as unknown as Vehicle, customer: customer as unknown as Customer };
  }

  followersOf(payment: Payment): AnyDocument[] {
    return this.documents.filter(
      (document) => document._id !== payment._id && groupOf(document) === payment._id,
    );
  }

  /** What was received and not taken back, minor units. */
  paidFor(): number {
    return this.payments
      .filter((payment) =>
        ['waiting', 'confirmed'].includes(paymentState(payment, this.followersOf(payment)).state),
      )
      .reduce((sum, payment) => sum + signedAmount(payment), 0);
  }

  get payments(): Payment[] {
    return this.documents.filter((document) => document.type === 'payment') as unknown as Payment[];
  }

  /** Takes in what no person wrote. */
  add(document: AnyDocument): void {
    this.#documents.set(document._id, document);
  }

  get documents(): AnyDocument[] {
    return [...this.#documents.values()];
  }

  #first(type: string): AnyDocument | undefined {
    for (const document of this.#documents.values()) if (document.type === type) return document;
    return undefined;
  }
}
