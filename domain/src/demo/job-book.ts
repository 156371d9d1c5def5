import type { ActContext, ActResult } from '#src/acts/act.ts';
import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import type { Workshop } from '#src/documents/workshop.ts';
import { signedAmount } from '#src/ledger/payment-contribution.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { waiverState } from '#src/payments/waiver-state.ts';
import { groupOf } from '#src/registry/registry.ts';
import type { CashDrawers } from './cash-drawers.ts';
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
  /** Chance and hours of discounts, deposits and closes: of their own, so that the jobs stay the same ones. */
  readonly aside: { readonly random: Random; readonly hours: WorkshopHours };
  readonly drawers: CashDrawers;
}

/** A customer with the car, for the next visit. */
export interface KnownCar {
  readonly vehicle: Vehicle;
  readonly customer: Customer;
}

/** What an act wrote; a problem here is a bug of the generator. */
export function actDocuments(result: ActResult): readonly AnyDocument[] {
  if (!result.ok) throw new Error(`the invented workshop did something impossible: ${result.reason.code}`);
  return result.value.documents;
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

  context(person: SeededPerson, ms: number, random = this.#world.random): ActContext {
    return new SeededContext(person, ms, { ...this.#world, random, offset: this.#world.hours.offsetAt(ms) });
  }

  /** Takes an act's documents in; a problem here is a bug of the generator. */
  keep(result: ActResult): readonly AnyDocument[] {
    const documents = actDocuments(result);
    for (const document of documents) this.#documents.set(document._id, document);
    return documents;
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

  followersOf({ _id }: { readonly _id: string }): AnyDocument[] {
    return this.documents.filter((document) => document._id !== _id && groupOf(document) === _id);
  }

  /** What was received and not taken back, minor units. */
  paidFor(): number {
    return this.payments
      .filter((payment) =>
        ['waiting', 'confirmed'].includes(paymentState(payment, this.followersOf(payment)).state),
      )
      .reduce((sum, payment) => sum + signedAmount(payment), 0);
  }

  /** What need not be paid, or will not have to be once the owner has agreed, minor units. */
  waivedFor(): number {
    return (this.waivers as unknown as Waiver[])
      .filter((waiver) => waiverState(waiver, this.followersOf(waiver)).state !== 'rejected')
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  get waivers(): AnyDocument[] {
    return this.documents.filter(({ type }) => type === 'waiver');
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
