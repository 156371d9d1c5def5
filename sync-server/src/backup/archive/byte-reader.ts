import { BackupError } from '../backup-error.ts';
import { joinedBytes } from './joined-bytes.ts';

/** A document has 64 KB at most and at most some dozens of leaves. */
const maxLineBytes = 64 * 1024 * 1024;
const newline = 0x0a;

/** Reads lines and runs of bytes out of a stream, holding one piece of it at a time. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Without its newline; undefined at the end. */
  async line(): Promise<string | undefined> {
    const parts: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const at = this.#held.indexOf(newline);
      if (at !== -1) {
        parts.push(this.#held.subarray(0, at));
        this.#held = this.#held.subarray(at + 1);
        return this.#decoder.decode(joinedBytes(parts));
      }
      parts.push(this.#held);
      size += this.#held.length;
      if (size > maxLineBytes) throw new BackupError('A line of the archive is longer than any can be.');
      if (await this.#more()) continue;
      if (size > 0) throw new BackupError('The archive ends within a line.');
      return undefined;
    }
  }

  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0;) {
      if (this.#held.length === 0 && !(await this.#more()))
        throw new BackupError('The archive ends within a file.');
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  async end(): Promise<void> {
    await this.#source.return?.();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    this.#held = done ? new Uint8Array(0) : value;
    return done !== true;
  }
}
