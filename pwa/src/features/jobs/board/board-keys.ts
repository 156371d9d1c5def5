import type { KeyboardEvent } from 'react';
import type { JobView } from '#src/data/views.ts';
import type { Lift } from './use-lift.ts';

const cardsIn = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('[data-card]')];

const linkIn = (card: Element | undefined): HTMLElement | null => card?.querySelector('a') ?? null;

/** Where the keys begin. */
export const firstCard = (board: HTMLElement | null): HTMLElement | null =>
  linkIn(board?.querySelector('[data-card]') ?? undefined);

/** The card beside one: up and down within its column, left and right in the next column that has one. */
export function neighbour(card: HTMLElement, key: string): HTMLElement | null {
  const column = card.closest('[data-column]');
  const board = column?.parentElement;
  if (column === null || board === null || board === undefined) return null;
  const cards = cardsIn(column);
  const at = cards.indexOf(card);
  if (key === 'ArrowUp' || key === 'k') return linkIn(cards[at - 1]);
  if (key === 'ArrowDown' || key === 'j') return linkIn(cards[at + 1]);
  const columns = [...board.querySelectorAll('[data-column]')];
  const side =
    key === 'ArrowRight'
      ? columns.slice(columns.indexOf(column) + 1)
      : columns.slice(0, columns.indexOf(column)).toReversed();
  const next = side.map(cardsIn).find((all) => all.length > 0);
  return linkIn(next?.[Math.min(at, next.length - 1)]);
}

/** What a key does on a card; with a job in the hand, only carrying it. @returns whether it did something. */
export function cardKey(event: KeyboardEvent<HTMLElement>, job: JobView, lift: Lift): boolean {
  const { key } = event;
  if (lift.lifted !== undefined) {
    if (key === 'ArrowRight' || key === 'ArrowLeft') lift.step(key === 'ArrowRight' ? 1 : -1);
    else if (key === ' ' || key === 'Enter') lift.drop();
    else if (key === 'Escape') lift.putBack();
    // Nothing else moves the page or the focus under the hand.
    else if (key !== 'ArrowUp' && key !== 'ArrowDown' && key !== 'Tab') return false;
    return true;
  }
  if (key === ' ') {
    lift.pickUp(job, 'keys');
    return true;
  }
  if (!key.startsWith('Arrow')) return false;
  const next = neighbour(event.currentTarget, key);
  next?.focus();
  return true;
}
