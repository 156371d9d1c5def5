import type { Request, Response } from 'express';
import { AppError } from '../errors/app-error.ts';

const megabyte = 1024 * 1024;

interface InHandLimits {
  /** Read and queued at once; parsed they take a few times as much. */
  readonly bytes: number;
  /** Of it, one person: a phone sends one request after the other. */
  readonly bytesPerPerson: number;
}

const defaultInHand: InHandLimits = { bytes: 96 * megabyte, bytesPerPerson: 16 * megabyte };

/** What a request costs beside its body. */
const overheadBytes = 8 * 1024;
const retryAfterSeconds = 2;
const local = 'bodyInHand';

/**
 * How much of people's bodies the process holds while it reads them and while they wait for their turn. Without a bound
 * one person who sends hundreds at once takes the memory of everybody.
 */
export class BodiesInHand {
  readonly #limits: InHandLimits;
  readonly #byPerson = new Map<string, number>();
  #all = 0;

  constructor(limits: InHandLimits = defaultInHand) {
    this.#limits = limits;
  }

  /** Throws before the body is read; else it counts until the request ends and whatever `untilDone` was given is done. */
  take(person: string, request: Request, response: Response, maxBytes: number): void {
    const bytes = bytesOf(request, maxBytes) + overheadBytes;
    const mine = this.#byPerson.get(person) ?? 0;
    if (mine + bytes > this.#limits.bytesPerPerson)
      throw new AppError('unavailable', 'You are sending a lot at once. Send one after the other.', {
        retryAfterSeconds,
      });
    if (this.#all + bytes > this.#limits.bytes)
      throw new AppError('unavailable', 'Many people are sending just now. Try again shortly.', {
        retryAfterSeconds,
      });
    this.#byPerson.set(person, mine + bytes);
    this.#all += bytes;
    const hold = new Hold(() => this.#release(person, bytes));
    response.locals[local] = hold;
    hold.add();
    response.once('close', () => hold.drop());
  }

  #release(person: string, bytes: number): void {
    this.#all -= bytes;
    const rest = (this.#byPerson.get(person) ?? 0) - bytes;
    if (rest > 0) this.#byPerson.set(person, rest);
    else this.#byPerson.delete(person);
  }
}

class Hold {
  readonly #free: () => void;
  #holders = 0;

  constructor(free: () => void) {
    this.#free = free;
  }

  add(): void {
    this.#holders += 1;
  }

  drop(): void {
    this.#holders -= 1;
    if (this.#holders === 0) this.#free();
  }
}

/** Whoever hangs up leaves a body behind that waits for its turn all the same. */
export async function untilDone<T>(response: Response, work: () => Promise<T>): Promise<T> {
  const hold = response.locals[local] as Hold | undefined;
  hold?.add();
  try {
    return await work();
  } finally {
    hold?.drop();
  }
}

function bytesOf(request: Request, maxBytes: number): number {
  if (request.get('transfer-encoding') !== undefined) return maxBytes;
  // Packed bytes grow when they are read.
  const isPacked = (request.get('content-encoding') ?? 'identity') !== 'identity';
  const given = Number(request.get('content-length') ?? 0);
  return isPacked ? maxBytes : Math.min(maxBytes, given);
}
