import type { PaymentLine } from '#src/model/paper.ts';
import type { Sheet } from '../sheet.ts';
import { words } from '#src/words/en.ts';
import { amountRow } from './amount-row.ts';
import { colorOf } from './ledger.ts';
import { heading } from './sections.ts';

/** Every payment as a stub: its number left of the dotted line along which it would be torn off. */
export function payments(sheet: Sheet, lines: readonly PaymentLine[]): void {
  if (lines.length === 0) return;
  const { look } = sheet;
  heading(sheet, words.payments, 3 * sheet.lineHeight(look.body));
  const widest = Math.max(...lines.map(({ number }) => sheet.set(number, look.meta).points));
  for (const line of lines) stub(sheet, line, widest);
  sheet.y += look.gap * 0.9;
}

function stub(sheet: Sheet, line: PaymentLine, numberWidth: number): void {
  const { full, look, colors } = sheet;
  const padding = look.body * 0.45;
  const indent = numberWidth === 0 ? 0 : numberWidth + look.body * 1.6;
  const column = { x: full.x + indent, width: full.width - indent };
  sheet.need(3 * sheet.lineHeight(look.body) + 2 * padding);
  const top = sheet.y;
  sheet.y += padding;
  const first = sheet.y + sheet.baselineIn(look.body);
  sheet.writeOn(first, line.number, { size: look.meta, color: colors.soft });
  amountRow(sheet, { label: line.title, amount: line.amount }, { size: look.body }, column);
  sheet.write(line.state, { size: look.meta, color: colorOf(sheet, line.tone) }, column);
  sheet.y += padding;
  const tear = full.x + numberWidth + look.body * 0.8;
  if (indent > 0)
    sheet.line(
      { x: tear, y: top },
      { x: tear, y: sheet.y },
      { width: 0.8, color: colors.faint, dash: [0.8, 2] },
    );
  sheet.rule({ width: 0.4, color: colors.rule });
}
