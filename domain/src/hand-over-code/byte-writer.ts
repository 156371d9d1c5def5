import { md5 } from '#src/canonical/md5.ts';

const UUID_PARTS = [8, 12, 16, 20] as const;

/** So many bytes that tell a text from others; no protection, what is agreed is compared in full when it comes. */
export const shortHash = (text: string, bytes: number): string => md5(text).slice(0, bytes * 2);

export const hexOf = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const bytesOf = (hex: string): number[] =>
  Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );

/** Bytes one after the other. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  byte(value: number): this {
    this.#bytes.push(value);
    return this;
  }

  hex(digits: string): this {
    this.#bytes.push(...bytesOf(digits));
    return this;
  }

  uuid(id: string): this {
    return this.hex(id.replaceAll('-', ''));
  }

  /** A whole number from 0 in as few bytes as it needs, seven bits in each. */
  count(value: number): this {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) + 128);
    this.#bytes.push(rest);
    return this;
  }

  /** Everything, and what tells a mistyped character. */
  checked(): Uint8Array {
    return Uint8Array.from([...this.#bytes, ...bytesOf(shortHash(hexOf(this.#bytes), 3))]);
  }
}

/** A UUID in the spelling that ids use. */
export function uuidOf(hex: string): string {
  const cuts = [0, ...UUID_PARTS, hex.length];
  return cuts
    .slice(1)
    .map((end, index) => hex.slice(cuts[index], end))
    .join('-');
}
