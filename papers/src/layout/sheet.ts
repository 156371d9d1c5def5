import type { Lettering, Weight } from '#src/lettering/lettering.ts';
import { setText, type SetText } from '#src/lettering/set-text.ts';
import { wrap } from '#src/lettering/wrap.ts';
import type { BoxMark, Mark, Place, Stroke } from './marks.ts';
import type { Colors, Look } from './paper-size.ts';

/** How a text looks and where it stands in its column. */
export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** A strip of the page between two edges. */
export interface Column {
  readonly x: number;
  readonly width: number;
}

/** Of the letters' size. The second is where the fonts' own ascent ends when what is left of a line is shared out. */
const leading = 1.42;
const firstBaseline = 1.07;

/** A page that is being filled from the top; begins another when something no longer fits. */
export class Sheet {
  readonly look: Look;
  readonly lettering: Lettering;
  /** Where the next thing stands: the top of it. */
  y: number;
  readonly #pages: Mark[][] = [[]];
  readonly #onBreak: (sheet: Sheet) => void;
  #footer: number;

  /** `footer` is the room below that is kept; `onBreak` writes the head of every further page. */
  constructor(look: Look, lettering: Lettering, footer: number, onBreak: (sheet: Sheet) => void) {
    this.look = look;
    this.lettering = lettering;
    this.y = look.margin;
    this.#footer = footer;
    this.#onBreak = onBreak;
  }

  get colors(): Colors {
    return this.look.colors;
  }

  get full(): Column {
    return { x: this.look.margin, width: this.look.width - 2 * this.look.margin };
  }

  get pages(): readonly Mark[][] {
    return this.#pages;
  }

  /** Where the content of a page ends; a roll never does. */
  get bottom(): number {
    const { height, margin } = this.look;
    return height === undefined ? Number.POSITIVE_INFINITY : height - margin - this.#footer;
  }

  /** Begins another page unless so much more fits on this one. */
  need(height: number): void {
    // What was measured to fit exactly does fit, whatever the last digit says.
    if (this.y + height <= this.bottom + 0.01) return;
    this.#pages.push([]);
    this.y = this.look.margin;
    this.#onBreak(this);
  }

  /** Whether what ends the paper fits here. An only page has no footer: if need be its room is taken for it. */
  fitsLast(height: number): boolean {
    const free = this.#pages.length === 1 ? this.#footer : 0;
    const over = this.y + height - this.bottom;
    if (over > free) return false;
    if (over > 0) this.#footer = 0;
    return true;
  }

  lineHeight(size: number): number {
    return size * leading;
  }

  set(text: string, size: number, weight: Weight = 'regular'): SetText & { readonly points: number } {
    const set = setText(text, weight, this.lettering);
    return { ...set, points: set.width * size };
  }

  lines(text: string, { size, weight = 'regular' }: TextStyle, width: number): SetText[] {
    return wrap(text, weight, width / size, this.lettering);
  }

  /** Writes a text into a column from the current place down, over as many lines as it takes. */
  write(text: string, style: TextStyle, column: Column = this.full): void {
    for (const line of this.lines(text, style, column.width)) {
      this.need(this.lineHeight(style.size));
      this.#put(line, style, column, this.y + this.baselineIn(style.size));
      this.y += this.lineHeight(style.size);
    }
  }

  /** Writes one line whose letters stand on a given height, without moving on. */
  writeOn(baseline: number, text: string, style: TextStyle, column: Column = this.full): void {
    this.#put(setText(text, style.weight ?? 'regular', this.lettering), style, column, baseline);
  }

  /** How far below the top of its line a text stands. */
  baselineIn(size: number): number {
    return size * firstBaseline;
  }

  rule(stroke: Stroke, column: Column = this.full): void {
    const { x, width } = column;
    this.put({ kind: 'line', from: { x, y: this.y }, to: { x: x + width, y: this.y }, stroke });
  }

  line(from: Place, to: Place, stroke: Stroke): void {
    this.put({ kind: 'line', from, to, stroke });
  }

  box(box: Omit<BoxMark, 'kind'>): void {
    this.put({ kind: 'box', ...box });
  }

  put(mark: Mark): void {
    this.#pages.at(-1)?.push(mark);
  }

  #put({ text, width, painted }: SetText, style: TextStyle, column: Column, y: number): void {
    if (text === '') return;
    const { size, weight = 'regular', color = this.colors.ink, align = 'left' } = style;
    const room = column.width - width * size;
    const x = column.x + (align === 'right' ? room : align === 'center' ? room / 2 : 0);
    this.put({ kind: 'text', x, y, text, width: width * size, painted, size, weight, color });
  }
}
