import type { LetterLook } from '#src/lettering/lettering.ts';

/** Where something stands, in points from the top left of its page. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A line's thickness, colour and gaps. */
export interface Stroke {
  readonly width: number;
  readonly color: string;
  readonly dash?: readonly number[];
}

/** Letters; `y` is the line on which they stand. */
export interface TextMark extends Place, LetterLook {
  readonly kind: 'text';
  readonly text: string;
  readonly width: number;
  readonly painted: boolean;
}

export interface LineMark {
  readonly kind: 'line';
  readonly from: Place;
  readonly to: Place;
  readonly stroke: Stroke;
}

export interface BoxMark extends Place {
  readonly kind: 'box';
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: string | undefined;
  readonly stroke: Stroke | undefined;
}

/** One thing on a page. Whoever draws pages (PDF, preview) knows nothing else. */
export type Mark = TextMark | LineMark | BoxMark;

/** A paper in a size: what stands where on which page. */
export interface LaidPaper {
  readonly width: number;
  readonly height: number;
  readonly pages: readonly (readonly Mark[])[];
}
