import { formatPlate } from '@revops/domain';
import type { Lettering } from '#src/lettering/lettering.ts';
import type { Paper } from '#src/model/paper.ts';
import { words } from '#src/words/en.ts';
import type { LaidPaper, Mark } from './marks.ts';
import { looks, type PaperSize } from './paper-size.ts';
import { ending, rollEnding } from './parts/ending.ts';
import { headline } from './parts/headline.ts';
import { ledger } from './parts/ledger.ts';
import { letterhead, rollHead, tear } from './parts/letterhead.ts';
import { parties, rollParties } from './parts/parties.ts';
import { payments } from './parts/payments.ts';
import { sections } from './parts/sections.ts';
import { Sheet } from './sheet.ts';

/** Puts a paper onto pages of a size; the same paper and fonts always give the same marks. */
export function layOut(paper: Paper, size: PaperSize, lettering: Lettering): LaidPaper {
  const look = looks[size];
  if (look.height === undefined) return onRoll(paper, size, lettering);
  const sheet = new Sheet(look, lettering, look.meta * 3, (page) => continued(page, paper));
  letterhead(sheet, paper);
  headline(sheet, paper);
  parties(sheet, paper);
  sections(sheet, paper.sections);
  ledger(sheet, paper.ledger, paper.words);
  payments(sheet, paper.payments);
  ending(sheet, paper);
  return { width: look.width, height: look.height, pages: withFooters(sheet, paper) };
}

function onRoll(paper: Paper, size: PaperSize, lettering: Lettering): LaidPaper {
  const look = looks[size];
  const sheet = new Sheet(look, lettering, 0, () => undefined);
  rollHead(sheet, paper);
  headline(sheet, paper);
  rollParties(sheet, paper);
  tear(sheet);
  sections(sheet, paper.sections);
  ledger(sheet, paper.ledger, paper.words);
  payments(sheet, paper.payments);
  rollEnding(sheet, paper);
  return { width: look.width, height: sheet.y + look.margin * 1.5, pages: sheet.pages };
}

const nameOf = ({ title, number }: Paper): string => [title, number].filter(Boolean).join(' ');

/** Which paper a loose page belongs to. */
function continued(sheet: Sheet, paper: Paper): void {
  const { look, colors } = sheet;
  const baseline = sheet.y + sheet.baselineIn(look.meta);
  sheet.writeOn(baseline, nameOf(paper), { size: look.meta, weight: 'semibold' });
  sheet.writeOn(baseline, formatPlate(paper.plate.text), { size: look.meta, align: 'right' });
  sheet.y += sheet.lineHeight(look.meta) + look.meta * 0.5;
  sheet.rule({ width: 0.8, color: colors.ink });
  sheet.y += look.gap * 0.7;
}

/** Pages are counted once all of them are there. */
function withFooters(sheet: Sheet, paper: Paper): readonly (readonly Mark[])[] {
  const { look, pages, lettering, colors } = sheet;
  if (pages.length === 1) return pages;
  return pages.map((marks, index) => {
    const foot = new Sheet(look, lettering, 0, () => undefined);
    const style = { size: look.meta, color: colors.faint };
    const baseline = (look.height ?? 0) - look.margin;
    foot.writeOn(baseline, nameOf(paper), style);
    foot.writeOn(baseline, words.page(index + 1, pages.length), { ...style, align: 'right' });
    return [...marks, ...(foot.pages[0] ?? [])];
  });
}
