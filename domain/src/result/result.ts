/** The outcome of an act that may be refused for a known reason; refusals are values, never exceptions. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: R };

/** Wraps the value of an act that went well. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps the reason why an act was refused. */
export function err<const R>(reason: R): { readonly ok: false; readonly reason: R } {
  return { ok: false, reason };
}

/** Ends every switch: a case nobody handled does not compile, and throws if it slips in from outside. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${String(value)}`);
}
