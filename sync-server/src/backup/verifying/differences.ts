const maxKept = 20;

/** What differs, in words; a broken archive must not fill the log. */
export class Differences {
  readonly #words: string[] = [];
  #count = 0;

  add(words: string): void {
    this.#count += 1;
    if (this.#words.length < maxKept) this.#words.push(words);
  }

  get words(): readonly string[] {
    const left = this.#count - this.#words.length;
    return left === 0 ? this.#words : [...this.#words, `and ${left} more`];
  }
}
