import { money, type StatementDay, type StatementLine } from '@revops/domain';
import { useId } from 'react';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money, useColumnDecimals } from '#src/components/ui/money.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import type { CashLine } from '#src/data/cash-views.ts';
import { useNow } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { clockWord, dayWord } from '#src/words/time-words.ts';
import { cashLineWord } from './cash-line-word.ts';

interface StatementDayTableProps {
  readonly day: StatementDay<CashLine>;
  /** Older lines of the same day are not shown yet, so where it began is not known. */
  readonly isCut: boolean;
  /** Who reads it is whose cash it is: what waits for the receiver waits for the reader. */
  readonly isOwn: boolean;
}

const cell = 'px-gutter py-2 align-top first:pe-2 not-first:ps-2';
// Wide enough for lakhs, so that the columns of all days stand under one another.
const amountCell = `${cell} text-end rail:w-44`;
const changeCell = `${amountCell} w-24`;
const balanceCell = `${amountCell} w-28`;

/** One day as a ruled ledger: what it ended with on top, each line with the balance after it, what it began with below. */
export function StatementDayTable({ day, isCut, isOwn }: StatementDayTableProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const id = useId();
  const newest = day.lines[0]?.move.at ?? now;
  const amounts = day.lines.flatMap(({ move, balance }) => [move.amount, money(balance)]);
  const decimals = useColumnDecimals([...amounts, money(day.opening)]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="px-gutter pt-6 pb-2 text-meta font-bold text-ink-2">
        {dayWord(newest, now, formats)}
      </h2>
      <table className="w-full border-y border-rule bg-surface">
        <thead className="sr-only">
          <tr>
            <th scope="col">{m.cash_statement_what()}</th>
            <th scope="col">{m.cash_statement_change()}</th>
            <th scope="col">{m.cash_statement_balance()}</th>
          </tr>
        </thead>
        <tbody>
          <Edge word={m.cash_statement_closing()} amount={day.closing} decimals={decimals} />
          {day.lines.map((line) => (
            <Line key={line.move.id} line={line} decimals={decimals} isOwn={isOwn} />
          ))}
          {!isCut && <Edge word={m.cash_statement_opening()} amount={day.opening} decimals={decimals} />}
        </tbody>
      </table>
    </section>
  );
}

interface EdgeProps {
  readonly word: string;
  readonly amount: number;
  readonly decimals: 'auto' | 'always';
}

function Edge({ word, amount, decimals }: EdgeProps) {
  return (
    <tr className="border-b border-rule last:border-b-0">
      <th scope="row" colSpan={2} className={`${cell} text-start font-semibold`}>
        {word}
      </th>
      <td className={`${balanceCell} font-semibold`}>
        <Money amount={money(amount)} decimals={decimals} />
      </td>
    </tr>
  );
}

interface LineProps {
  readonly line: StatementLine<CashLine>;
  readonly decimals: 'auto' | 'always';
  readonly isOwn: boolean;
}

function Line({ line: { move, balance }, decimals, isOwn }: LineProps) {
  const formats = useFormats();
  const isOver = move.state === 'rejected' || move.state === 'cancelled';
  const isOpen = move.state === 'waiting' || move.state === 'clash';
  const counts = move.effect !== 0;
  const isForMe = isOwn && move.kind === 'received' && move.state === 'waiting';
  return (
    <tr className="border-b border-rule">
      <td className={cell}>
        <span className="block [overflow-wrap:anywhere]">{cashLineWord(move, formats)}</span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-ink-2">
          {clockWord(move.at, formats)}
          {!counts && (isOver || isOpen) && (
            <Stamp state={move.state} {...(isForMe && { label: m.money_waiting_for_you() })} />
          )}
          {move.mark !== 'server' && <RowMark state={move.mark} compact />}
        </span>
        {move.reason !== undefined && <span className="block text-meta text-ink-2">{move.reason}</span>}
      </td>
      <td className={`${changeCell} ${counts ? '' : 'text-ink-3'}`}>
        {move.kind === 'close' ? null : (
          <Money
            amount={counts ? money(move.effect) : move.amount}
            decimals={decimals}
            struck={!counts && isOver}
          />
        )}
      </td>
      <td className={`${balanceCell} text-ink-2`}>
        <Money amount={money(balance)} decimals={decimals} />
      </td>
    </tr>
  );
}
