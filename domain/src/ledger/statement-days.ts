import { workshopDay } from '#src/time/workshop-day.ts';

/** One line of a cash statement: by how much it changes what is in the hand. */
export interface CashMove {
  readonly at: string;
  readonly effect: number;
}

/** A line, and what was in the hand after it. */
export interface StatementLine<M extends CashMove> {
  readonly move: M;
  readonly balance: number;
}

/** A workshop day, its newest line first. */
export interface StatementDay<M extends CashMove> {
  readonly day: string;
  /** In the hand before its first line that is given. */
  readonly opening: number;
  readonly closing: number;
  readonly lines: readonly StatementLine<M>[];
}

/**
 * The newest lines by day with the balance after each, reckoned back from what is in the hand now: a page needs no line
 * that is older than it.
 * @param moves newest first, none left out between the first and now.
 */
export function statementDays<M extends CashMove>(
  moves: readonly M[],
  inHand: number,
  timeZone: string,
): readonly StatementDay<M>[] {
  const days: { day: string; opening: number; closing: number; lines: StatementLine<M>[] }[] = [];
  let balance = inHand;
  for (const move of moves) {
    const day = workshopDay(move.at, timeZone);
    let last = days.at(-1);
    if (last?.day !== day) days.push((last = { day, opening: balance, closing: balance, lines: [] }));
    last.lines.push({ move, balance });
    balance -= move.effect;
    last.opening = balance;
  }
  return days;
}
