import { hlcOf, stampDevice, type FieldStamp } from '#src/clock/hlc.ts';
import { isAhead, loweredFrom, loweredStamp, wasLowered } from '#src/clock/lowered-stamp.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';
import type { JobStatus } from '#src/status/status.ts';

/** What a record's stamps are measured by. */
export interface Arrival {
  readonly atMs: number;
  /** The join of what is stored beside it. */
  readonly stored: AnyDocument | undefined;
  /** Whether its writer had seen all of that. */
  readonly seen: boolean;
  /**
   * Whose lowered clocks are believed: a phone's own, which a restored server has lost and the phone brings back. With
   * them a device can silence nobody but itself. Nobody's where this is left out.
   */
  readonly believes?: ((device: string) => boolean) | undefined;
}

/**
 * An arriving record with every clock that runs ahead lowered to its arrival, keeping what it replaced; the same body
 * where none does. A field whose clock was lowered before counts as untouched, and what a lowered stamp replaced is
 * believed only as it is stored, or of those whom `arrival` believes: nobody but the gateway lowers.
 */
export function lowerStamps(body: AnyDocument, arrival: Arrival): AnyDocument {
  if (body.stamps === undefined) return body;
  const lowering = new Lowering(body, arrival);
  for (const [name, stamp] of Object.entries(body.stamps)) lowering.field(name, stamp);
  lowering.status();
  return lowering.result();
}

const statusOf = (body: AnyDocument | undefined): JobStatus | undefined =>
  body?.['status'] as JobStatus | undefined;

class Lowering {
  readonly #body: AnyDocument;
  readonly #arrival: Arrival;
  readonly #stamps = new Map<string, FieldStamp>();
  readonly #values = new Map<string, unknown>();

  constructor(body: AnyDocument, arrival: Arrival) {
    this.#body = body;
    this.#arrival = arrival;
  }

  field(name: string, stamp: FieldStamp): void {
    const stored = this.#arrival.stored?.stamps?.[name];
    const hlc = hlcOf(stamp);
    if (this.#isBelieved(stamp, stored)) return;
    if (stored !== undefined && wasLowered(hlc, stored)) {
      this.#stamps.set(name, stored);
      this.#takeStored(name);
    } else if (isAhead(hlc, this.#arrival.atMs) && hlc !== hlcOf(stored))
      this.#stamps.set(name, { hlc: this.#lowered(hlc, hlcOf(stored)), of: hlc });
    else if (typeof stamp !== 'string' && stamp.of !== loweredFrom(stored)) this.#stamps.set(name, hlc);
  }

  status(): void {
    const [status, stored] = [statusOf(this.#body), statusOf(this.#arrival.stored)];
    if (status === undefined) return;
    const { of, ...plain } = status;
    const { hlc } = plain;
    if (of !== undefined && this.#isBelieved({ hlc, of }, stored && { hlc: stored.hlc, of: stored.of ?? '' }))
      return;
    if (stored?.of !== undefined && wasLowered(hlc, { hlc: stored.hlc, of: stored.of }))
      this.#values.set('status', stored);
    else if (isAhead(hlc, this.#arrival.atMs) && hlc !== stored?.hlc)
      this.#values.set('status', { ...plain, hlc: this.#lowered(hlc, stored?.hlc ?? ''), of: hlc });
    else if (of !== undefined && of !== stored?.of) this.#values.set('status', plain);
  }

  result(): AnyDocument {
    if (this.#stamps.size === 0 && this.#values.size === 0) return this.#body;
    const body = {
      ...withValues(this.#body, this.#values),
      stamps: { ...this.#body.stamps, ...Object.fromEntries(this.#stamps) },
    } as AnyDocument;
    return { ...body, access: typeNamed(body.type)?.accessOf(body) ?? body.access };
  }

  /** Lowered once, and later than all that is stored by either clock. */
  #isBelieved(stamp: FieldStamp, stored: FieldStamp | undefined): boolean {
    const { atMs, believes } = this.#arrival;
    const [hlc, of] = [hlcOf(stamp), loweredFrom(stamp)];
    if (of === '' || believes === undefined || isAhead(hlc, atMs)) return false;
    const device = stampDevice(of);
    const isNews = hlc > hlcOf(stored) && of > loweredFrom(stored);
    return isNews && stampDevice(hlc) === device && believes(device);
  }

  /** Only what its writer knew bounds it from below: the own earlier stamp, or all that was seen. */
  #lowered(hlc: string, stored: string): string {
    const known = stored !== '' && (this.#arrival.seen || stampDevice(stored) === stampDevice(hlc));
    return loweredStamp(hlc, this.#arrival.atMs, known ? stored : '');
  }

  #takeStored(name: string): void {
    const { stored } = this.#arrival;
    const field = typeNamed(this.#body.type)?.setFields.find((set) => name.startsWith(`${set}/`));
    if (field === undefined) this.#values.set(name, stored?.[name]);
    else {
      const element = name.slice(field.length + 1);
      const mine = new Set(elements(this.#values.get(field) ?? this.#body[field]));
      if (elements(stored?.[field]).includes(element)) mine.add(element);
      else mine.delete(element);
      this.#values.set(field, [...mine].toSorted());
    }
  }
}

const elements = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** undefined clears a field, as in JSON. */
function withValues(body: AnyDocument, values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(body));
  for (const [name, value] of values)
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
  return Object.fromEntries(fields);
}
