import type { Paper } from '#src/model/paper.ts';
import type { Sheet } from '../sheet.ts';

/** Lines to sign on, at the foot of the last page, and what has to be said of the paper. */
export function ending(sheet: Sheet, { signatures, notes }: Paper): void {
  const { full, look, colors } = sheet;
  const between = look.gap;
  const width = (full.width - between) / 2;
  const labels = signatures.map((label) => sheet.lines(label, { size: look.meta }, width).length);
  const named = look.meta * 0.4 + Math.max(...labels) * sheet.lineHeight(look.meta);
  const noted = look.gap * 0.5 + notes.length * sheet.lineHeight(look.meta);
  // Rather a little less room to sign in than a page with nothing on it but signatures; a gap is there already.
  const [usual, least] = [look.body * 3.6, look.body * 2.8 - look.gap];
  const room = [usual, least].find((one) => sheet.fitsLast(one + named + noted)) ?? usual;
  const height = room + named + noted;
  sheet.need(height);
  sheet.y = Math.max(sheet.y, sheet.bottom - height);
  const top = sheet.y + room;
  for (const [index, label] of signatures.entries()) {
    // One signature alone stands where the giver's always stands: on the right.
    const place = index + 2 - signatures.length;
    sheet.y = top;
    const column = { x: full.x + place * (width + between), width };
    sheet.rule({ width: 0.7, color: colors.ink }, column);
    sheet.y += look.meta * 0.4;
    sheet.write(label, { size: look.meta, color: colors.soft }, column);
  }
  sheet.y = top + named + look.gap * 0.5;
  for (const note of notes) sheet.write(note, { size: look.meta, color: colors.faint });
}

/** Signed below one another: a roll has no width to spare, and only the customer signs on one. */
export function rollEnding(sheet: Sheet, { signatures, notes }: Paper): void {
  const { look } = sheet;
  const [label = ''] = signatures;
  sheet.y += look.body * 3.6;
  sheet.rule({ width: 0.7, color: sheet.colors.ink });
  sheet.y += look.meta * 0.4;
  sheet.write(label, { size: look.meta, align: 'center' });
  sheet.y += look.gap * 0.5;
  for (const note of notes) sheet.write(note, { size: look.meta, align: 'center' });
}
