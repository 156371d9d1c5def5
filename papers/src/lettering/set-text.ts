import type { Lettering, Weight } from './lettering.ts';
import { isPrintable, latinPart, tidyText } from './printable.ts';

/** A text as it can be printed, and how wide it is in ems. */
export interface SetText {
  readonly text: string;
  readonly width: number;
  /** The fonts of the paper lack some of it: it is drawn by the painter. */
  readonly painted: boolean;
}

/** Makes a text printable: as it is, else painted where somebody can, else the part that the fonts have. */
export function setText(text: string, weight: Weight, { fonts, painter }: Lettering): SetText {
  const font = fonts[weight];
  const tidy = tidyText(text);
  if (isPrintable(tidy, font)) return { text: tidy, width: font.width(tidy), painted: false };
  if (painter !== undefined) return { text: tidy, width: painter.width(tidy, weight), painted: true };
  const latin = latinPart(tidy, font);
  return { text: latin, width: font.width(latin), painted: false };
}
