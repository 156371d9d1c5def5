import type { Column, Sheet, TextStyle } from '../sheet.ts';

export interface AmountRow {
  readonly label: string;
  readonly amount: string;
}

/**
 * A label and, right-aligned, its amount. An amount is never broken: a label that leaves too little room is wrapped, or the
 * amount goes below it.
 */
export function amountRow(sheet: Sheet, row: AmountRow, style: TextStyle, column: Column): void {
  const gap = style.size;
  const amountWidth = sheet.set(row.amount, style.size, style.weight).points;
  const room = column.width - amountWidth - gap;
  const labelWidth = sheet.set(row.label, style.size, style.weight).points;
  const isBeside = labelWidth <= room || room >= column.width * 0.45;
  const labelColumn = { x: column.x, width: isBeside ? room : column.width };
  const lines = sheet.lines(row.label, style, labelColumn.width);
  const count = isBeside ? Math.max(1, lines.length) : lines.length + 1;
  sheet.need(count * sheet.lineHeight(style.size));
  const top = sheet.y;
  sheet.write(row.label, style, labelColumn);
  const end = sheet.y;
  if (isBeside) sheet.y = top;
  sheet.write(row.amount, { ...style, align: 'right' }, column);
  sheet.y = Math.max(end, sheet.y);
}
