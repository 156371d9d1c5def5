import { jobStatusSchema, type JobStatusValue } from '@revops/domain';
import { useEffect, useEffectEvent, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { JobView } from '#src/data/views.ts';
import type { Lift } from './use-lift.ts';

/** A card that is pressed but not yet lifted. */
interface Pressed {
  readonly job: JobView;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  readonly isTouch: boolean;
  /** Where on the card it was taken, and how wide that is. */
  readonly grip: { readonly x: number; readonly y: number; readonly width: number };
}

/** A mouse that moves this far means to drag; less is a click with an unsteady hand. */
const dragPx = 6;
/** A finger that rests so long means to lift; before that it scrolls. */
const holdMs = 280;
const edgePx = 72;
const scrollPx = 14;

const columnUnder = (x: number, y: number): JobStatusValue | undefined => {
  const name = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  return jobStatusSchema.options.find((status) => status === name);
};

/** Dragging with a mouse, a pen or a finger, by pointer events: the browser's own dragging knows no touch. */
export function useCardPointer(lift: Lift, board: RefObject<HTMLElement | null>) {
  const ghost = useRef<HTMLDivElement>(null);
  const [pressed, setPressed] = useState<Pressed | undefined>();
  const at = useRef({ x: 0, y: 0 });
  const isDragging = lift.lifted?.by === 'pointer';

  const place = () => {
    if (ghost.current === null || pressed === undefined) return;
    const { x, y } = at.current;
    ghost.current.style.transform = `translate(${x - pressed.grip.x}px, ${y - pressed.grip.y}px)`;
  };
  const take = useEffectEvent((): void => {
    if (pressed === undefined || isDragging) return;
    lift.pickUp(pressed.job, 'pointer');
  });
  const moved = useEffectEvent((event: globalThis.PointerEvent): void => {
    if (pressed === undefined || event.pointerId !== pressed.pointerId) return;
    at.current = { x: event.clientX, y: event.clientY };
    const far = Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= dragPx;
    if (isDragging) {
      place();
      lift.hold(columnUnder(event.clientX, event.clientY));
    } else if (far && pressed.isTouch) setPressed(undefined);
    else if (far) take();
  });
  const ended = useEffectEvent((event: globalThis.PointerEvent): void => {
    if (pressed === undefined || event.pointerId !== pressed.pointerId) return;
    setPressed(undefined);
    if (!isDragging) return;
    if (event.type === 'pointercancel') return lift.putBack();
    swallowClick();
    return lift.drop();
  });
  const gaveUp = useEffectEvent((event: globalThis.KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    setPressed(undefined);
    // The hand lets go only later.
    window.addEventListener('pointerup', swallowClick, { once: true });
    lift.putBack();
  });
  const scrolled = useEffectEvent((): void => {
    const element = board.current;
    if (element === null || !isDragging) return;
    const { left, right } = element.getBoundingClientRect();
    const { x, y } = at.current;
    const by = x < left + edgePx ? -scrollPx : x > right - edgePx ? scrollPx : 0;
    if (by === 0) return;
    element.scrollBy({ left: by });
    lift.hold(columnUnder(x, y));
  });

  const isPressed = pressed !== undefined;
  const isTouch = pressed?.isTouch === true;
  useEffect(() => {
    if (!isPressed) return undefined;
    const over = new AbortController();
    const { signal } = over;
    window.addEventListener('pointermove', (event) => moved(event), { signal });
    window.addEventListener('pointerup', (event) => ended(event), { signal });
    window.addEventListener('pointercancel', (event) => ended(event), { signal });
    window.addEventListener('keydown', (event) => gaveUp(event), { signal, capture: true });
    const holding = isTouch ? setTimeout(() => take(), holdMs) : undefined;
    return () => {
      clearTimeout(holding);
      over.abort();
    };
  }, [isPressed, isTouch]);
  useEffect(() => {
    if (!isDragging) return undefined;
    const over = new AbortController();
    // Once lifted, the finger carries the card instead of scrolling, and does not call up the link's menu.
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('touchmove', stop, { signal: over.signal, passive: false });
    window.addEventListener('contextmenu', stop, { signal: over.signal });
    let frame = requestAnimationFrame(function look() {
      scrolled();
      frame = requestAnimationFrame(look);
    });
    return () => {
      cancelAnimationFrame(frame);
      over.abort();
    };
  }, [isDragging]);

  const press = (event: PointerEvent<HTMLElement>, job: JobView) => {
    const isControl = event.target instanceof Element && event.target.closest('label, button') !== null;
    if (
      event.button !== 0 ||
      !event.isPrimary ||
      isControl ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return;
    const { clientX: x, clientY: y, pointerId, pointerType } = event;
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    at.current = { x, y };
    // A finger's events belong to the card it touched first; let go, the ghost may stand between.
    if (event.currentTarget.hasPointerCapture?.(pointerId))
      event.currentTarget.releasePointerCapture(pointerId);
    setPressed({
      job,
      pointerId,
      x,
      y,
      isTouch: pointerType === 'touch',
      grip: { x: x - left, y: y - top, width },
    });
  };
  const hang = (element: HTMLDivElement | null) => {
    ghost.current = element;
    place();
  };
  return { press, hang, width: pressed?.grip.width };
}

/** The click that ends a drag must not open the job. */
function swallowClick(): void {
  const over = new AbortController();
  window.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true, signal: over.signal },
  );
  setTimeout(() => over.abort(), 0);
}
