import { formatPlate, type PlateKind } from '@revops/domain';
import type { Place } from '../marks.ts';
import type { Sheet } from '../sheet.ts';

interface PlateInk {
  readonly ground: string;
  readonly ink: string;
  readonly rim: string;
}

/** The real colours of plates, as on screen. */
const plates: Readonly<Record<PlateKind, PlateInk>> = {
  private: { ground: '#FFFFFF', ink: '#111111', rim: '#111111' },
  commercial: { ground: '#FFCB05', ink: '#111111', rim: '#111111' },
  electric: { ground: '#00512F', ink: '#FFFFFF', rim: '#FFFFFF' },
  electric_commercial: { ground: '#00512F', ink: '#FFE14D', rim: '#FFE14D' },
  rental: { ground: '#111111', ink: '#FFD21F', rim: '#FFD21F' },
  temporary: { ground: '#A31414', ink: '#FFFFFF', rim: '#FFFFFF' },
};

/** Thermal paper knows no colours, and a large black area wears its head out: every plate is black on white there. */
const onRoll: PlateInk = plates.private;

export interface PlateSize {
  readonly width: number;
  readonly height: number;
}

interface Measured extends PlateSize {
  readonly text: string;
  readonly size: number;
}

/** A long plate of an unknown shape shrinks; it is never cut. */
function measured(sheet: Sheet, plate: string, room: number): Measured {
  const text = formatPlate(plate);
  const wanted = sheet.look.plate;
  const ems = sheet.set(text, 1, 'plate').width;
  const size = Math.min(wanted, room / (ems + 0.8));
  return { text, size, width: (ems + 0.8) * size, height: wanted * 1.36 };
}

/** Draws a number plate with its top left corner at a place, at most as wide as the room; tells how large it became. */
export function drawPlate(
  sheet: Sheet,
  { text: plate, kind }: { readonly text: string; readonly kind: PlateKind },
  { x, y }: Place,
  room: number,
): PlateSize {
  const { text, size, width, height } = measured(sheet, plate, room);
  const { ground, ink, rim } = sheet.look.height === undefined ? onRoll : plates[kind];
  const border = size / 14;
  const inner = border * 1.7;
  sheet.box({
    x: x + border / 2,
    y: y + border / 2,
    width: width - border,
    height: height - border,
    radius: size / 8,
    fill: ground,
    stroke: { width: border, color: '#111111' },
  });
  if (rim !== '#111111')
    sheet.box({
      x: x + inner,
      y: y + inner,
      width: width - 2 * inner,
      height: height - 2 * inner,
      radius: size / 12,
      fill: undefined,
      stroke: { width: border / 2, color: rim },
    });
  const capHeight = sheet.lettering.fonts.plate.capHeight * size;
  const baseline = y + (height + capHeight) / 2;
  sheet.writeOn(baseline, text, { size, weight: 'plate', color: ink, align: 'center' }, { x, width });
  return { width, height };
}
