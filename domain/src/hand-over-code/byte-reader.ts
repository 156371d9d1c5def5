import { hexOf, shortHash } from './byte-writer.ts';

const CHECK_BYTES = 3;

/** Whether no character was mistyped. */
export function isChecked(bytes: Uint8Array): boolean {
  const end = bytes.length - CHECK_BYTES;
  return end > 0 && hexOf(bytes.subarray(end)) === shortHash(hexOf(bytes.subarray(0, end)), CHECK_BYTES);
}

/** Reads what a ByteWriter wrote; beyond the end there are zeros, and `isWhole` tells that too little was there. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(checked: Uint8Array) {
    this.#bytes = checked.subarray(0, checked.length - CHECK_BYTES);
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  hex(bytes: number): string {
    const digits = hexOf(this.#bytes.subarray(this.#at, this.#at + bytes));
    this.#at += bytes;
    return digits;
  }

  count(): number {
    let [value, scale] = [0, 1];
    for (let byte = this.byte(); ; byte = this.byte(), scale *= 128) {
      value += (byte % 128) * scale;
      if (byte < 128 || scale > Number.MAX_SAFE_INTEGER) return value;
    }
  }

  get isWhole(): boolean {
    return this.#at === this.#bytes.length;
  }
}
