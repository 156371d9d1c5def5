import { useRef, useState, type MouseEvent, type PointerEvent, type WheelEvent } from 'react';
import { movedBy, swipeOf, whole, zoomedAt, type Point } from './zoom.ts';

const apart = (a: Point, b: Point): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });

/** How much larger one press of a key or a button makes it. */
export const zoomStep = 1.6;
const doubleTap = 2.5;

/** Fingers, mouse and wheel over a picture: two fingers zoom, one moves it, or asks for another while it is whole. */
export function useZoom() {
  const frame = useRef<HTMLDivElement>(null);
  const fingers = useRef(new Map<number, Point>());
  const start = useRef<Point | undefined>(undefined);
  const [zoom, setZoom] = useState(whole);
  const box = () => frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
  const pointOf = ({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): Point => {
    const { x, y, width, height } = box();
    return { x: clientX - x - width / 2, y: clientY - y - height / 2 };
  };
  const by = (factor: number, at: Point = { x: 0, y: 0 }) =>
    setZoom((now) => zoomedAt(now, factor, at, box()));
  const move = (step: Point) => setZoom((now) => movedBy(now, step, box()));
  const onPointerMove = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId);
    if (before === undefined) return;
    const at = pointOf(event);
    const [other] = [...fingers.current].flatMap(([id, point]) => (id === event.pointerId ? [] : [point]));
    fingers.current.set(event.pointerId, at);
    if (other === undefined) return move(minus(at, before));
    // Two fingers never mean another picture, however they leave.
    start.current = undefined;
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    by(apart(at, other) / apart(before, other), middle);
  };
  const onPointerUp = (event: PointerEvent, onSwipe: (to: 'next' | 'previous') => void) => {
    fingers.current.delete(event.pointerId);
    const from = start.current;
    start.current = undefined;
    const swipe = from && zoom.scale === 1 ? swipeOf(minus(pointOf(event), from)) : undefined;
    if (swipe !== undefined) onSwipe(swipe);
  };
  return {
    zoom,
    by,
    move,
    reset: () => setZoom(whole),
    handlers: (onSwipe: (to: 'next' | 'previous') => void) => ({
      ref: frame,
      onPointerDown: (event: PointerEvent) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = fingers.current.size === 0 ? pointOf(event) : undefined;
        fingers.current.set(event.pointerId, pointOf(event));
      },
      onPointerMove,
      onPointerUp: (event: PointerEvent) => onPointerUp(event, onSwipe),
      onPointerCancel: (event: PointerEvent) => fingers.current.delete(event.pointerId),
      onDoubleClick: (event: MouseEvent) => (zoom.scale > 1 ? setZoom(whole) : by(doubleTap, pointOf(event))),
      onWheel: (event: WheelEvent) => by(Math.exp(-event.deltaY / 400), pointOf(event)),
    }),
  };
}
