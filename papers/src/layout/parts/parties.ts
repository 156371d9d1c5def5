import type { Fact, Paper } from '#src/model/paper.ts';
import type { Column, Sheet } from '../sheet.ts';
import { columnsOf } from './letterhead.ts';
import { writeParty } from './party.ts';
import { drawPlate } from './plate.ts';

/** The car by its plate with its owner on the left, the dates on the right. */
export function parties(sheet: Sheet, paper: Paper): void {
  const { look } = sheet;
  const { left, right } = columnsOf(sheet);
  const top = sheet.y;
  car(sheet, paper, left);
  sheet.y += look.gap * 0.7;
  customer(sheet, paper, left);
  const end = sheet.y;
  sheet.y = top;
  facts(sheet, paper.facts, right);
  sheet.y = Math.max(end, sheet.y) + look.gap;
}

/** The same below one another. */
export function rollParties(sheet: Sheet, paper: Paper): void {
  const { full, look } = sheet;
  car(sheet, paper, full);
  sheet.y += look.gap * 0.5;
  customer(sheet, paper, full);
  sheet.y += look.gap * 0.5;
  facts(sheet, paper.facts, full);
}

function car(sheet: Sheet, { plate, vehicle }: Paper, column: Column): void {
  const { look, colors } = sheet;
  const isRoll = look.height === undefined;
  const size = drawPlate(sheet, plate, { x: column.x, y: sheet.y }, column.width);
  const style = { size: look.body, color: colors.soft };
  const gap = look.body;
  const beside = { x: column.x + size.width + gap, width: column.width - size.width - gap };
  const widest = Math.max(0, ...vehicle.map((line) => sheet.set(line, look.body).points));
  const top = sheet.y;
  if (!isRoll && widest <= beside.width && vehicle.length <= 2) {
    // In the middle of the plate's height.
    sheet.y += (size.height - vehicle.length * sheet.lineHeight(look.body)) / 2;
    for (const line of vehicle) sheet.write(line, style, beside);
    sheet.y = top + size.height;
    return;
  }
  sheet.y += size.height + look.body * 0.4;
  for (const line of vehicle) sheet.write(line, style, column);
}

function customer(sheet: Sheet, paper: Paper, column: Column): void {
  const { look, colors } = sheet;
  sheet.write(paper.customer.heading, { size: look.meta, color: colors.faint }, column);
  writeParty(
    sheet,
    paper.customer,
    { name: { size: look.strong, weight: 'semibold' }, lines: { size: look.body, color: colors.soft } },
    column,
  );
}

function facts(sheet: Sheet, rows: readonly Fact[], column: Column): void {
  for (const row of rows) if (sheet.set(row.value, 1).text !== '') fact(sheet, row, column);
}

/** Values that are too long go on below one another, under their own right edge. */
function fact(sheet: Sheet, { label, value }: Fact, { x, width }: Column): void {
  const { look, colors } = sheet;
  const room = width * 0.3;
  const top = sheet.y;
  sheet.write(label, { size: look.meta, color: colors.faint }, { x, width: room });
  const end = sheet.y;
  sheet.y = top;
  sheet.write(value, { size: look.meta, align: 'right' }, { x: x + room, width: width - room });
  sheet.y = Math.max(end, sheet.y) + look.meta * 0.25;
}
