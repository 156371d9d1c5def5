import type { Paper } from '#src/model/paper.ts';
import type { Sheet } from '../sheet.ts';
import { drawStamp } from './stamp.ts';

/** The amount that a receipt is about: in figures, in words, and how sure it is. */
export function headline(sheet: Sheet, { headline: line }: Paper): void {
  if (line === undefined) return;
  const { look, colors, full } = sheet;
  sheet.write(line.label, { size: look.meta, color: colors.faint });
  const top = sheet.y;
  const points = sheet.set(line.amount, look.money, 'semibold').points;
  const size = look.money * Math.min(1, full.width / points);
  sheet.write(line.amount, { size, weight: 'semibold' });
  const beside = full.x + Math.min(points, full.width) + look.body * 1.4;
  const stampWidth = sheet.set(line.stamp.word, look.body, 'semibold').points + 1.4 * look.body;
  const isBeside = beside + stampWidth <= full.x + full.width;
  if (isBeside) {
    const middle = top + (sheet.y - top) / 2;
    drawStamp(sheet, line.stamp, { x: beside, y: middle - look.body * 0.95 });
  }
  sheet.write(line.words, { size: look.body, color: colors.soft });
  if (!isBeside) {
    sheet.y += look.body * 0.5;
    sheet.y += drawStamp(sheet, line.stamp, { x: full.x, y: sheet.y }).height;
  }
  sheet.y += look.gap;
}
