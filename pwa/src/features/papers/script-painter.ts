import type { LetterLook, LetterPicture, ScriptPainter, Weight } from '@revops/papers';

/** Dots per point: 300 to the inch, as fine as office printers print. */
const scale = 300 / 72;
const families = 'system-ui, "Noto Sans", sans-serif';

const fontOf = (weight: Weight, pixels: number): string =>
  `${weight === 'regular' ? 400 : 600} ${pixels}px ${families}`;

/**
 * Lets the browser shape names in Devanagari, Tamil and all else for which the phone has letters; they go into the paper
 * as pictures. Undefined where there is no canvas off screen: then only the Latin part is printed.
 */
export function scriptPainter(): ScriptPainter | undefined {
  if (typeof OffscreenCanvas === 'undefined') return undefined;
  const ruler = new OffscreenCanvas(1, 1).getContext('2d');
  if (ruler === null) return undefined;
  return {
    width(text, weight) {
      ruler.font = fontOf(weight, 100);
      return ruler.measureText(text).width / 100;
    },
    paint: (text, look) => paint(text, look, ruler),
  };
}

function paint(text: string, look: LetterLook, ruler: OffscreenCanvasRenderingContext2D): LetterPicture {
  const font = fontOf(look.weight, look.size * scale);
  ruler.font = font;
  const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = ruler.measureText(text);
  const ascent = Math.ceil(actualBoundingBoxAscent) + 1;
  const pixelWidth = Math.max(1, Math.ceil(width));
  const pixelHeight = Math.max(1, ascent + Math.ceil(actualBoundingBoxDescent) + 1);
  const context = new OffscreenCanvas(pixelWidth, pixelHeight).getContext('2d');
  if (context === null) throw new Error('no canvas to draw letters on');
  context.font = font;
  context.fillStyle = look.color;
  context.fillText(text, 0, ascent);
  return {
    data: context.getImageData(0, 0, pixelWidth, pixelHeight).data,
    pixelWidth,
    pixelHeight,
    width: pixelWidth / scale,
    height: pixelHeight / scale,
    baseline: ascent / scale,
  };
}
