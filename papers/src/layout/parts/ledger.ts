import type { AmountLine, Fact, PaperLedger, Tone } from '#src/model/paper.ts';
import type { Column, Sheet } from '../sheet.ts';
import { amountRow } from './amount-row.ts';

/** The amounts on the right with a double rule under what they come to; the same in words beside them. */
export function ledger(sheet: Sheet, book: PaperLedger | undefined, words: Fact | undefined): void {
  if (book === undefined) return;
  const { full, look } = sheet;
  const isRoll = look.height === undefined;
  const width = isRoll ? full.width : full.width * (look.body > 9 ? 0.5 : 0.56);
  const column = { x: full.x + full.width - width, width };
  sheet.need((book.lines.length + 4) * sheet.lineHeight(look.strong) * 1.3);
  const top = sheet.y;
  figures(sheet, book, column);
  const end = sheet.y;
  if (words !== undefined) {
    if (!isRoll) sheet.y = top;
    inWords(sheet, words, isRoll ? full : { x: full.x, width: full.width - width - look.gap });
  }
  sheet.y = Math.max(end, sheet.y) + look.gap;
}

function figures(sheet: Sheet, { heading, lines, total, note }: PaperLedger, column: Column): void {
  const { look, colors } = sheet;
  if (heading !== undefined) {
    sheet.write(heading, { size: look.meta, color: colors.faint }, column);
    sheet.y += look.body * 0.4;
  }
  if (note !== undefined) sheet.write(note, { size: look.body, color: colors.soft }, column);
  for (const line of lines) {
    amountRow(sheet, line, { size: look.body, color: colorOf(sheet, line.tone) }, column);
    sheet.y += look.body * 0.25;
  }
  if (total !== undefined) totalRow(sheet, total, column);
}

function totalRow(sheet: Sheet, total: AmountLine, column: Column): void {
  const { look, colors } = sheet;
  sheet.y += look.body * 0.25;
  sheet.rule({ width: 0.8, color: colors.ink }, column);
  sheet.y += look.body * 0.4;
  amountRow(sheet, total, { size: look.strong * 1.1, weight: 'semibold' }, column);
  sheet.y += look.body * 0.3;
  sheet.rule({ width: 0.8, color: colors.ink }, column);
  sheet.y += 2;
  sheet.rule({ width: 0.8, color: colors.ink }, column);
}

function inWords(sheet: Sheet, { label, value }: Fact, column: Column): void {
  const { look, colors } = sheet;
  if (look.height === undefined) sheet.y += look.gap * 0.7;
  sheet.write(label, { size: look.meta, color: colors.faint }, column);
  sheet.write(value, { size: look.body }, column);
}

export function colorOf(sheet: Sheet, tone: Tone): string {
  const { ink, received, waiting } = sheet.colors;
  return tone === 'received' ? received : tone === 'waiting' ? waiting : ink;
}
