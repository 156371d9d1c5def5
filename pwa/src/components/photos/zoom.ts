/** How a picture lies in its frame: how large, and how far its middle is from the frame's middle. */
export interface Zoom {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const whole: Zoom = { scale: 1, x: 0, y: 0 };

/** Beyond this a picture of 1600 pixels shows nothing more. */
const largest = 6;

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Never smaller than its frame, and never moved out of it. */
function held({ scale, x, y }: Zoom, frame: Frame): Zoom {
  const size = between(scale, 1, largest);
  const [right, down] = [((size - 1) * frame.width) / 2, ((size - 1) * frame.height) / 2];
  return { scale: size, x: between(x, -right, right) + 0, y: between(y, -down, down) + 0 };
}

/** Larger or smaller by a factor; what is at `at`, seen from the frame's middle, stays there. */
export function zoomedAt(zoom: Zoom, factor: number, at: Point, frame: Frame): Zoom {
  const scale = between(zoom.scale * factor, 1, largest);
  const ratio = scale / zoom.scale;
  return held({ scale, x: at.x - (at.x - zoom.x) * ratio, y: at.y - (at.y - zoom.y) * ratio }, frame);
}

export const movedBy = (zoom: Zoom, by: Point, frame: Frame): Zoom =>
  held({ scale: zoom.scale, x: zoom.x + by.x, y: zoom.y + by.y }, frame);

/** How far a finger has to go before it means the next picture. */
const swipeLength = 48;

/** What a finger that went so far over a picture as large as its frame means. */
export function swipeOf(by: Point): 'next' | 'previous' | undefined {
  if (Math.abs(by.x) < swipeLength || Math.abs(by.x) < 1.5 * Math.abs(by.y)) return undefined;
  return by.x < 0 ? 'next' : 'previous';
}
