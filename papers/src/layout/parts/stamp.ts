import type { PaperStamp } from '#src/model/paper.ts';
import type { Place } from '../marks.ts';
import type { Sheet } from '../sheet.ts';

const tones = {
  waiting: 'waiting',
  confirmed: 'received',
  rejected: 'refused',
  cancelled: 'refused',
  clash: 'refused',
} as const;

/** The state of money: dashed is pencil, solid is ink, struck through is void. Answers its width and height. */
export function drawStamp(
  sheet: Sheet,
  stamp: PaperStamp,
  { x, y }: Place,
): { width: number; height: number } {
  const color = sheet.colors[tones[stamp.state]];
  const size = sheet.look.body;
  const { points } = sheet.set(stamp.word, size, 'semibold');
  const width = points + 1.4 * size;
  const height = size * 1.9;
  const isVoid = stamp.state === 'rejected' || stamp.state === 'cancelled';
  sheet.box({
    x,
    y,
    width,
    height,
    radius: 2.2,
    fill: undefined,
    stroke: { width: 1.1, color, ...(stamp.state === 'waiting' && { dash: [3, 2] }) },
  });
  const baseline = y + (height + sheet.lettering.fonts.semibold.capHeight * size) / 2;
  sheet.writeOn(baseline, stamp.word, { size, weight: 'semibold', color, align: 'center' }, { x, width });
  const middle = y + height / 2;
  if (isVoid) sheet.line({ x, y: middle }, { x: x + width, y: middle }, { width: 1.1, color });
  return { width, height };
}
