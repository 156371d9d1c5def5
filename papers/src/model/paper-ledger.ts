import { addMoney, balanceOf, chargedOf, money, negateMoney, type Money } from '@revops/domain';
import { amountText } from '#src/format/amount-text.ts';
import type { PaperFormat } from '#src/format/paper-format.ts';
import { words } from '#src/words/en.ts';
import { jobAmount } from './job-amount.ts';
import type { AmountLine, PaperLedger, Tone } from './paper.ts';
import type { PaperSource } from './paper-source.ts';

/** What the job costs, what came in and how sure it is, what is still to collect: as the job's own screen has it. */
export function paperLedger(source: PaperSource, format: PaperFormat): PaperLedger {
  const { label, amount: billed } = jobAmount(source.job);
  const line = (text: string, amount: Money, tone: Tone = 'plain'): AmountLine => ({
    label: text,
    amount: amountText(amount, format),
    tone,
  });
  const confirmed = money(source.received.confirmed);
  const waiting = money(source.received.waiting);
  const came = (sign: (amount: Money) => Money): AmountLine[] => [
    ...(confirmed === 0 ? [] : [line(words.receivedConfirmed, sign(confirmed), 'received')]),
    ...(waiting === 0 ? [] : [line(words.receivedWaiting, sign(waiting), 'waiting')]),
  ];
  if (billed === undefined) {
    const lines = came((amount) => amount);
    return {
      heading: undefined,
      lines,
      total: lines.length === 0 ? undefined : line(words.receivedSoFar, addMoney(confirmed, waiting)),
      note: words.noBill,
    };
  }
  const balance = money(balanceOf(source.job, source.received));
  const discount = money(chargedOf(source.job, source.received.waived) - billed);
  return {
    heading: undefined,
    lines: [
      line(label, money(billed)),
      ...(discount === 0 ? [] : [line(words.discount, discount)]),
      ...came(negateMoney),
    ],
    total: balance < 0 ? line(words.toGiveBack, negateMoney(balance)) : line(words.stillToCollect, balance),
    note: undefined,
  };
}
