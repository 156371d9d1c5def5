import { addMoney, money, parseMoney, subtractMoney, sumMoney, type Money } from '@revops/domain';
import type { HandOverView, PaymentView } from '#src/data/views.ts';

/** Indian notes in circulation, in rupees, as the Reserve Bank lists them; ₹2,000 notes were withdrawn in 2023. */
export const rupeeNotes = ['500', '200', '100', '50', '20', '10'] as const;

/** What was typed: pieces per note, and coins as an amount. Text, so that an empty field stays empty. */
export interface Count {
  readonly notes: Readonly<Record<string, string>>;
  readonly coins: string;
}

const piecesIn = (text: string | undefined): number => (/^\d{1,5}$/.test(text ?? '') ? Number(text) : 0);

/** The counted pieces that are not zero. */
export function countedNotes(count: Count): Record<string, number> {
  return Object.fromEntries(
    rupeeNotes.map((note) => [note, piecesIn(count.notes[note])] as const).filter(([, pieces]) => pieces > 0),
  );
}

/** What the counted pieces of one note are worth. */
export const pieceValue = (count: Count, note: string): Money =>
  money(Number(note) * 100 * piecesIn(count.notes[note]));

/** The sum of a count in minor units; undefined when what is typed as coins is no amount. */
export function countedAmount(count: Count, currency: string): Money | undefined {
  const notes = sumMoney(
    Object.entries(countedNotes(count)).map(([note, pieces]) => money(Number(note) * 100 * pieces)),
  );
  if (count.coins.trim() === '') return notes;
  const coins = parseMoney(count.coins, currency);
  return coins.ok ? addMoney(notes, coins.value) : undefined;
}

/** Own cash payments that no standing hand-over names yet, oldest first, as far as the counted cash covers them whole. */
export function coveredPayments(
  payments: readonly PaymentView[],
  handOvers: readonly HandOverView[],
  counted: Money,
): PaymentView[] {
  const named = new Set(
    handOvers.filter(({ state }) => state !== 'rejected').flatMap(({ document }) => document.payments),
  );
  const open = payments
    .filter(({ id, method, kind }) => method === 'cash' && kind !== 'refund' && !named.has(id))
    .toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt));
  const covered: PaymentView[] = [];
  let rest = counted;
  for (const payment of open) {
    if (payment.amount > rest) break;
    covered.push(payment);
    rest = subtractMoney(rest, payment.amount);
  }
  return covered;
}
