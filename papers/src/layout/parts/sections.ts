import type { Section } from '#src/model/paper.ts';
import type { Sheet } from '../sheet.ts';

/** A heading over ruled lines. It never stands alone at the foot of a page. */
export function heading(sheet: Sheet, text: string, next: number): void {
  const { look, colors } = sheet;
  sheet.need(sheet.lineHeight(look.meta) + look.meta * 0.5 + next);
  sheet.write(text, { size: look.meta, weight: 'semibold', color: colors.faint });
  sheet.y += look.meta * 0.35;
  sheet.rule({ width: 0.6, color: colors.rule });
}

/** What is done to the car, line by line; numbered where there is more than one. */
export function sections(sheet: Sheet, all: readonly Section[]): void {
  for (const { heading: text, lines } of all) {
    heading(sheet, text, rowHeight(sheet, 1));
    for (const [index, line] of lines.entries()) row(sheet, line, lines.length > 1 ? index + 1 : undefined);
    sheet.y += sheet.look.gap * 0.9;
  }
}

const padding = (sheet: Sheet): number => sheet.look.body * 0.38;

const rowHeight = (sheet: Sheet, lines: number): number =>
  lines * sheet.lineHeight(sheet.look.body) + 2 * padding(sheet);

function row(sheet: Sheet, text: string, number: number | undefined): void {
  const { full, look, colors } = sheet;
  const indent = number === undefined ? 0 : look.body * 2;
  const column = { x: full.x + indent, width: full.width - indent };
  const lines = sheet.lines(text, { size: look.body }, column.width);
  if (lines.length === 0) return;
  // A line of a few rows stays whole; a paragraph may run over.
  sheet.need(rowHeight(sheet, Math.min(lines.length, 4)));
  sheet.y += padding(sheet);
  if (number !== undefined)
    sheet.writeOn(sheet.y + sheet.baselineIn(look.body), String(number), {
      size: look.body,
      color: colors.faint,
    });
  sheet.write(text, { size: look.body }, column);
  sheet.y += padding(sheet);
  sheet.rule({ width: 0.4, color: colors.rule });
}
