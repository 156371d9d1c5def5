import type { Paper } from '#src/model/paper.ts';
import type { Column, Sheet } from '../sheet.ts';
import { writeParty } from './party.ts';

/** The two columns under which everything on a sheet stands. */
export function columnsOf({ full }: Sheet): { readonly left: Column; readonly right: Column } {
  return {
    left: { x: full.x, width: full.width * 0.56 },
    right: { x: full.x + full.width * 0.6, width: full.width * 0.4 },
  };
}

/** Who gives the paper, and which paper it is. */
export function letterhead(sheet: Sheet, paper: Paper): void {
  const { look, colors } = sheet;
  const { left, right } = columnsOf(sheet);
  const top = sheet.y;
  const lines = { size: look.meta, color: colors.soft };
  writeParty(sheet, paper.workshop, { name: { size: look.name, weight: 'semibold' }, lines }, left);
  const end = sheet.y;
  sheet.y = top;
  sheet.write(paper.title, { size: look.title, weight: 'semibold', align: 'right' }, right);
  sheet.write(paper.numberLine, { size: look.strong, weight: 'semibold', align: 'right' }, right);
  if (paper.struck !== undefined)
    sheet.write(
      paper.struck,
      { size: look.strong, weight: 'semibold', align: 'right', color: colors.refused },
      right,
    );
  sheet.y = Math.max(end, sheet.y) + look.gap * 0.5;
  sheet.rule({ width: 1, color: colors.ink });
  sheet.y += look.gap * 0.8;
}

/** The head of a roll, in the middle, as every till prints it. */
export function rollHead(sheet: Sheet, paper: Paper): void {
  const { look } = sheet;
  writeParty(
    sheet,
    paper.workshop,
    {
      name: { size: look.name, weight: 'semibold', align: 'center' },
      lines: { size: look.meta, align: 'center' },
    },
    sheet.full,
  );
  tear(sheet);
  sheet.write(paper.title, { size: look.title, weight: 'semibold', align: 'center' });
  sheet.write(paper.numberLine, { size: look.strong, align: 'center' });
  if (paper.struck !== undefined)
    sheet.write(paper.struck, { size: look.strong, weight: 'semibold', align: 'center' });
  sheet.y += look.gap * 0.4;
}

/** A dashed line across a roll. */
export function tear(sheet: Sheet): void {
  sheet.y += sheet.look.gap * 0.6;
  sheet.rule({ width: 0.7, color: sheet.colors.ink, dash: [2, 2] });
  sheet.y += sheet.look.gap * 0.6;
}
