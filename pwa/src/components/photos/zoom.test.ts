import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedBy, swipeOf, whole, zoomedAt, type Zoom } from './zoom.ts';

const frame = { width: 360, height: 600 };
const some = fc.double({ min: -2000, max: 2000, noNaN: true });
const point = fc.record({ x: some, y: some });
const step = fc.oneof(
  fc.record({ factor: fc.double({ min: 0.1, max: 10, noNaN: true }), at: point }),
  fc.record({ by: point }),
);
const after = (zoom: Zoom, one: typeof step extends fc.Arbitrary<infer S> ? S : never): Zoom =>
  'by' in one ? movedBy(zoom, one.by, frame) : zoomedAt(zoom, one.factor, one.at, frame);

test('whatever fingers do, the picture fills its frame and is never lost beside it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const { scale, x, y } = steps.reduce(after, whole);
      expect(scale).toBeGreaterThanOrEqual(1);
      expect(scale).toBeLessThanOrEqual(6);
      expect(Math.abs(x)).toBeLessThanOrEqual(((scale - 1) * frame.width) / 2 + 1e-6);
      expect(Math.abs(y)).toBeLessThanOrEqual(((scale - 1) * frame.height) / 2 + 1e-6);
    }),
  );
});

test('what is under the finger stays under it', () => {
  const at = { x: 50, y: -80 };
  const zoom = zoomedAt(whole, 3, at, frame);
  // The part of the picture that was at the point is there still.
  expect([(at.x - zoom.x) / zoom.scale, (at.y - zoom.y) / zoom.scale]).toEqual([50, -80]);
});

test('back to its first size it lies where it lay', () => {
  expect(zoomedAt(zoomedAt(whole, 4, { x: 100, y: 20 }, frame), 0.01, { x: -7, y: 3 }, frame)).toEqual(whole);
});

test('a finger across means another picture, one that goes down or trembles none', () => {
  expect(swipeOf({ x: -90, y: 10 })).toBe('next');
  expect(swipeOf({ x: 90, y: 10 })).toBe('previous');
  expect(swipeOf({ x: 60, y: 80 })).toBeUndefined();
  expect(swipeOf({ x: 20, y: 0 })).toBeUndefined();
});
