import type { Point } from './zoom.ts';

/** What a key does to the picture that is looked at. */
export type ViewerAct =
  | { readonly kind: 'go'; readonly to: 1 | -1 | 'first' | 'last' }
  | { readonly kind: 'move'; readonly by: Point }
  | { readonly kind: 'zoom'; readonly larger: boolean }
  | { readonly kind: 'reset' };

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: 80, y: 0 },
  ArrowRight: { x: -80, y: 0 },
  ArrowUp: { x: 0, y: 80 },
  ArrowDown: { x: 0, y: -80 },
};

const always: Readonly<Record<string, ViewerAct>> = {
  PageUp: { kind: 'go', to: -1 },
  PageDown: { kind: 'go', to: 1 },
  Home: { kind: 'go', to: 'first' },
  End: { kind: 'go', to: 'last' },
  '+': { kind: 'zoom', larger: true },
  '=': { kind: 'zoom', larger: true },
  '-': { kind: 'zoom', larger: false },
  '0': { kind: 'reset' },
};

/** Arrows lead to other pictures while one is whole, and over it while it is larger than the screen. */
export function viewerKey(key: string, isZoomed: boolean): ViewerAct | undefined {
  const arrow = arrows[key];
  if (arrow === undefined) return always[key];
  if (isZoomed) return { kind: 'move', by: arrow };
  return arrow.x === 0 ? undefined : { kind: 'go', to: arrow.x < 0 ? 1 : -1 };
}
