import { readFont, type FontMetrics } from './read-font.ts';

/** The faces of a paper. */
export type Weight = 'regular' | 'semibold' | 'plate';

/** The bytes of the fonts, fetched by whoever prints: from the disk, or from the app's own cache. */
export type FontFiles = Readonly<Record<Weight, Uint8Array>>;

/** Letters as a picture: RGBA, and where the line on which they stand runs through it, in points from its top. */
export interface LetterPicture {
  readonly data: Uint8ClampedArray;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly width: number;
  readonly height: number;
  readonly baseline: number;
}

/** What an element of a text needs to be drawn. */
export interface LetterLook {
  readonly weight: Weight;
  readonly size: number;
  readonly color: string;
}

/**
 * Draws what the fonts of a paper lack: names in Devanagari, Tamil and other scripts, whose letters have to be joined and
 * reordered, which jsPDF does not do. A browser can, with the fonts of the phone.
 */
export interface ScriptPainter {
  /** In ems. */
  width(text: string, weight: Weight): number;
  paint(text: string, look: LetterLook): LetterPicture;
}

/** Everything that turns texts into something with a width. */
export interface Lettering {
  readonly fonts: Readonly<Record<Weight, FontMetrics>>;
  readonly files: FontFiles;
  readonly painter: ScriptPainter | undefined;
}

export function letteringOf(files: FontFiles, painter?: ScriptPainter): Lettering {
  const fonts = {
    regular: readFont(files.regular),
    semibold: readFont(files.semibold),
    plate: readFont(files.plate),
  };
  return { fonts, files, painter };
}
