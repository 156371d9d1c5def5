import { createHash } from 'node:crypto';
import { FILE_HEAD_BYTES, fileTypeOf, type FileType } from '@revops/domain';

/** Reads a file past itself: its type by the first bytes, its hash by all of them. */
export class FileCheck {
  readonly #hash = createHash('sha256');
  #head = new Uint8Array(0);
  size = 0;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.size += chunk.length;
    const missing = FILE_HEAD_BYTES - this.#head.length;
    if (missing > 0) this.#head = Uint8Array.of(...this.#head, ...chunk.subarray(0, missing));
  }

  get type(): FileType | undefined {
    return fileTypeOf(this.#head);
  }

  /** Ends the check: nothing can be added after it. */
  isNamed(sha256: string): boolean {
    return this.#hash.digest('hex') === sha256;
  }
}
