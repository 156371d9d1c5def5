import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangesRow } from '#src/store/document-store.ts';
import { LiveRing } from './live-ring.ts';

function row(seq: string, id: string, access?: readonly string[], was?: readonly string[]): ChangesRow {
  const rev = '1-a';
  const doc = { _id: id, _rev: rev, ...(access ? { access } : {}), ...(was ? { was } : {}) };
  return { seq, id, rev, deleted: false, leaves: [rev], doc };
}

const idsAfter = (ring: LiveRing, at: number, keys: 'all' | string[], limit = 100): string[] =>
  ring.after(at, keys, limit).rows.map((found) => found.id);

describe('ring of recent rows', () => {
  it('finds a place by the exact text of its seq and no other', () => {
    const ring = new LiveRing('7-start');
    ring.push(row('8-abc', 'a', ['k']));
    expect(ring.positionOf('7-start')).toBe(0);
    expect(ring.positionOf('8-abc')).toBe(1);
    expect(ring.positionOf('8-abd')).toBeUndefined();
    expect(ring.positionOf('8')).toBeUndefined();
    expect(ring.seqAt(1)).toBe('8-abc');
    expect(ring.seqAt(0)).toBe('7-start');
  });

  it('tells rows to whoever may read them and to whoever has just lost them, and documents of the server to nobody', () => {
    const ring = new LiveRing('0');
    ring.push(row('1', 'mine', ['desk:me']));
    ring.push(row('2', 'moved', ['desk:other'], ['desk:me']));
    ring.push(row('3', 'claim:x'));
    ring.push(row('4', 'theirs', ['desk:other']));
    expect(idsAfter(ring, 0, ['desk:me'])).toEqual(['mine', 'moved']);
    expect(idsAfter(ring, 0, 'all')).toEqual(['mine', 'moved', 'theirs']);
    expect(idsAfter(ring, 0, ['desk:none'])).toEqual([]);
  });

  it('tells each document once, at its newest place', () => {
    const ring = new LiveRing('0');
    ring.push(row('1', 'a', ['k']));
    ring.push(row('2', 'b', ['k']));
    ring.push(row('3', 'a', ['other']));
    expect(idsAfter(ring, 0, ['k'])).toEqual(['b']);
    expect(idsAfter(ring, 0, 'all')).toEqual(['b', 'a']);
  });

  it('says how far it went where the limit ends it', () => {
    const ring = new LiveRing('0');
    for (const id of ['a', 'b', 'c']) ring.push(row(`at-${id}`, id, ['k']));
    const { rows, end } = ring.after(0, ['k'], 2);
    expect(rows.map((found) => found.id)).toEqual(['a', 'b']);
    expect(ring.seqAt(end)).toBe('at-b');
  });

  it('holds exactly the newest rows, whatever comes', () => {
    const writes = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), mine: fc.boolean() }));
    fc.assert(
      fc.property(writes, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const ring = new LiveRing('s0', size);
        rows.forEach(({ id, mine }, index) => ring.push(row(`s${index + 1}`, id, [mine ? 'me' : 'you'])));
        for (let at = 0; at <= rows.length; at += 1) {
          const isHeld = at >= rows.length - size;
          expect(ring.positionOf(`s${at}`)).toBe(isHeld ? at : undefined);
          expect(ring.holds(at)).toBe(isHeld);
          if (!isHeld) continue;
          expect(ring.seqAt(at)).toBe(`s${at}`);
          const wanted = rows.flatMap(({ id, mine }, index) => {
            const isNewest = !rows.slice(index + 1).some((later) => later.id === id);
            return index >= at && mine && isNewest ? [id] : [];
          });
          expect(idsAfter(ring, at, ['me'])).toEqual(wanted);
        }
      }),
    );
  });
});
