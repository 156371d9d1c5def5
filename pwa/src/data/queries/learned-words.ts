import type { Job } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { listed } from './lists.ts';

/** What is learned from use is learned from the newest jobs: one read of an index, however old the workshop is. */
const learnFrom = 200;
/** More chips than this are not found faster than a word is typed. */
const mostWords = 8;
/** Longer ones were written for one car. */
const longest = 40;

/** What the workshop writes again and again on its cards. */
export interface LearnedWords {
  readonly parts: readonly string[];
  readonly workers: readonly string[];
  readonly notes: readonly string[];
}

/** Several on one card stand apart by commas or lines. */
const piecesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= 2 && piece.length <= longest);

/** Those written most often, the newest spelling of each; a card that repeats one counts once. */
function mostWritten(cards: readonly (readonly string[])[], least: number): string[] {
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const pieces of cards) {
    const own = new Map(pieces.map((text) => [text.toLocaleLowerCase(), text]));
    for (const [key, text] of own) {
      const held = counts.get(key) ?? { text, count: 0 };
      counts.set(key, { text: held.text, count: held.count + 1 });
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= least)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostWords)
    .map(({ text }) => text);
}

/** Parts, workers and notes of the newest jobs here. A note has to come twice: most are about one car. */
export async function learnedWords(tx: ReadTx): Promise<LearnedWords> {
  const rows = await listed(tx, 'job|all|all|', learnFrom);
  const jobs = rows.map((row) => row.doc as unknown as Job | undefined).filter((job) => job !== undefined);
  return {
    parts: mostWritten(
      jobs.map(({ partsRequired }) => piecesOf(partsRequired)),
      1,
    ),
    workers: mostWritten(
      jobs.map(({ workerAssigned }) => piecesOf(workerAssigned)),
      1,
    ),
    notes: mostWritten(
      jobs.map(({ internalNotes }) => piecesOf(internalNotes)),
      2,
    ),
  };
}
