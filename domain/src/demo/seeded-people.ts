import type { ActContext, ActWorkshop } from '#src/acts/act.ts';
import { nextStamp } from '#src/clock/hlc.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { uuidv7 } from '#src/ids/uuidv7.ts';
import { deviceCodeAt } from '#src/numbering/device-code.ts';
import { jobNumber } from '#src/numbering/job-number.ts';
import { accessOf } from '#src/registry/registry.ts';
import { instantOf } from '#src/time/instant.ts';
import type { Random } from './random.ts';

/** A person of the invented workshop, the one device that person writes on, and how far it has counted. */
export interface SeededPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: 'owner' | 'manager';
  readonly deviceId: string;
  readonly code: string;
  /** Entries and jobs numbered so far; final once every document has been taken. */
  readonly last: { n: number; job: number };
}

/** A new person with the next free device code. */
export function seededPerson(
  random: Random,
  index: number,
  givens: { readonly userId?: string | undefined; readonly name: string; readonly startMs: number },
): SeededPerson {
  const code = deviceCodeAt(index);
  if (!code.ok) throw new RangeError(`too many people: ${index}`);
  const newId = (): string => uuidv7(givens.startMs, random.bytes);
  return {
    userId: givens.userId ?? newId(),
    name: givens.name,
    role: index === 0 ? 'owner' : 'manager',
    deviceId: newId(),
    code: code.value,
    last: { n: 0, job: 0 },
  };
}

/** The context of one act: its moment, and the counters of the person's device. */
export class SeededContext implements ActContext {
  readonly userId: string;
  readonly role: 'owner' | 'manager';
  readonly deviceId: string;
  readonly deviceIds: readonly string[];
  readonly workshop: ActWorkshop;
  readonly now: string;
  readonly offset: number;
  readonly unchecked = true;
  readonly #person: SeededPerson;
  readonly #ms: number;
  readonly #random: Random;
  #stamp: string | undefined;

  constructor(
    person: SeededPerson,
    ms: number,
    givens: { readonly workshop: ActWorkshop; readonly offset: number; readonly random: Random },
  ) {
    this.userId = person.userId;
    this.role = person.role;
    this.deviceId = person.deviceId;
    this.deviceIds = [person.deviceId];
    this.workshop = givens.workshop;
    this.now = instantOf(ms);
    this.offset = givens.offset;
    this.#person = person;
    this.#ms = ms;
    this.#random = givens.random;
  }

  stamp(): string {
    this.#stamp = nextStamp(this.#stamp, this.#ms, this.deviceId);
    return this.#stamp;
  }

  newId(): string {
    return uuidv7(this.#ms, this.#random.bytes);
  }

  nextN(): number {
    return (this.#person.last.n += 1);
  }

  nextJobNumber(): string {
    const number = jobNumber(this.#person.code, (this.#person.last.job += 1));
    if (!number.ok) throw new RangeError(`job numbers of ${this.#person.code} are used up`);
    return number.value;
  }
}

/** A record as the gateway writes it, every field stamped by the server. */
export function serverRecord(
  ms: number,
  document: { readonly _id: string; readonly type: string; readonly [field: string]: unknown },
  createdBy: string,
): AnyDocument {
  const { _id, type, ...fields } = document;
  const stamp = nextStamp(undefined, ms, 'server');
  const body = {
    _id,
    type,
    schema: 1,
    createdAt: instantOf(ms),
    offset: 0,
    createdBy,
    device: 'server',
    access: [],
    ...fields,
    stamps: Object.fromEntries(Object.keys(fields).map((field) => [field, stamp])),
  } satisfies AnyDocument;
  return { ...body, access: accessOf(body) };
}
