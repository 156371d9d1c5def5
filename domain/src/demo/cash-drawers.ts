interface Move {
  readonly ms: number;
  readonly amount: number;
}

/** How much cash each invented person has had in hand at any time, by the moments at which the book says so. */
export class CashDrawers {
  readonly #moves = new Map<string, Move[]>();
  readonly #away = new Map<string, { from: number; until: number }[]>();

  move(person: string, ms: number, amount: number): void {
    const moves = this.#moves.get(person) ?? [];
    this.#moves.set(person, moves);
    moves.push({ ms, amount });
  }

  /** Cash that was given away and stays in the book until somebody has counted it. */
  giveAway(person: string, from: number, until: number): void {
    this.#away.set(person, [...(this.#away.get(person) ?? []), { from, until }]);
  }

  /** What the book says of a person's cash at a moment, minor units. */
  heldAt(person: string, at: number): number {
    return (this.#moves.get(person) ?? []).reduce(
      (sum, { ms, amount }) => (ms <= at ? sum + amount : sum),
      0,
    );
  }

  /** Whether some of it is on its way, so that the drawer holds less than the book says. */
  isOnItsWay(person: string, at: number): boolean {
    return (this.#away.get(person) ?? []).some(({ from, until }) => from <= at && at < until);
  }
}
