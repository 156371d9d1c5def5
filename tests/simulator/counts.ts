import { faultKinds, killPoints, type FaultKind } from './fault-kinds.ts';

/** How often each kind of fault happened, and at which steps apps were killed. */
export class Counts {
  readonly #faults = new Map<string, number>();
  readonly #killedAt = new Map<string, number>();

  add(kind: FaultKind): void {
    this.#faults.set(kind, this.of(kind) + 1);
  }

  killedAt(step: string): void {
    this.add('kill_app_between_steps');
    this.#killedAt.set(step, (this.#killedAt.get(step) ?? 0) + 1);
  }

  of(kind: FaultKind): number {
    return this.#faults.get(kind) ?? 0;
  }

  /** What another process has counted. */
  take({ faults, steps }: CountsRecord): void {
    for (const [kind, count] of Object.entries(faults))
      this.#faults.set(kind, (this.#faults.get(kind) ?? 0) + count);
    for (const [step, count] of Object.entries(steps))
      this.#killedAt.set(step, (this.#killedAt.get(step) ?? 0) + count);
  }

  get record(): CountsRecord {
    return { faults: Object.fromEntries(this.#faults), steps: Object.fromEntries(this.#killedAt) };
  }

  /** Kinds that happened less often than this. */
  rarerThan(least: number): readonly FaultKind[] {
    return faultKinds.filter((kind) => this.of(kind) < least);
  }

  lines(): readonly string[] {
    const never = killPoints.filter((step) => !this.#killedAt.has(step));
    return [
      ...faultKinds.map((kind) => `${String(this.of(kind)).padStart(8)}  ${kind}`),
      `apps were killed at ${killPoints.length - never.length} of ${killPoints.length} steps${never.length === 0 ? '' : `, never at ${never.join(' ')}`}`,
    ];
  }
}

export interface CountsRecord {
  readonly faults: Readonly<Record<string, number>>;
  readonly steps: Readonly<Record<string, number>>;
}
