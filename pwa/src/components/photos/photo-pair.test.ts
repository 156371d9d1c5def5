import { expect, test } from 'vitest';
import type { PhotoView } from '#src/data/queries/photos.ts';
import { photoPair } from './photo-pair.ts';
import { usualKind } from './usual-kind.ts';
import { viewerKey } from './viewer-key.ts';

const photo = (id: string, kind: PhotoView['kind']): PhotoView => ({
  id,
  kind,
  sha256: id,
  takenAt: '2026-05-01T05:00:00.000Z',
  personName: 'Asha',
  place: 'here',
});

test('pictures to compare are those before and after, in the order they were taken', () => {
  const newestFirst = [photo('4', 'after'), photo('3', 'during'), photo('2', 'before'), photo('1', 'before')];
  const { before, after } = photoPair(newestFirst);
  expect([before.map(({ id }) => id), after.map(({ id }) => id)]).toEqual([['1', '2'], ['4']]);
});

test('what a picture most likely shows follows the work', () => {
  expect(['pending', 'in_progress', 'delivered'].map((status) => usualKind(status as 'pending'))).toEqual([
    'before',
    'during',
    'after',
  ]);
});

test('arrows lead on while a picture is whole and move it while it is larger', () => {
  expect(viewerKey('ArrowRight', false)).toEqual({ kind: 'go', to: 1 });
  expect(viewerKey('ArrowRight', true)).toMatchObject({ kind: 'move' });
  expect(viewerKey('ArrowUp', false)).toBeUndefined();
  expect(viewerKey('PageDown', true)).toEqual({ kind: 'go', to: 1 });
  expect(viewerKey('a', false)).toBeUndefined();
});
