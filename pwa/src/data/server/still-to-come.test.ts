import type { AnyDocument } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { stillToCome } from './still-to-come.ts';

const device = (id: string, missing?: number) => ({
  id,
  code: 'A2',
  label: 'Phone',
  userId: 'imran',
  personName: 'Imran',
  ...(missing === undefined ? {} : { missing }),
});
const refused = (device: string, n?: number) => ({
  body: { device, ...(n === undefined ? {} : { n }) } as unknown as AnyDocument,
});

describe('what a device has not sent yet', () => {
  it('is less what arrived and was not accepted', () => {
    const [own, other] = stillToCome(
      [device('d1', 3), device('d2', 1)],
      [refused('d1', 5), refused('d1', 6)],
    );
    expect([own?.missing, other?.missing]).toEqual([1, 1]);
  });

  it('counts an entry that was refused twice, and a change without a number, only for what they are', () => {
    const items = [refused('d1', 5), refused('d1', 5), refused('d1')];
    expect(stillToCome([device('d1', 2)], items)[0]?.missing).toBe(1);
  });

  it('is never less than nothing, and stays unknown where it cannot be told', () => {
    expect(stillToCome([device('d1', 0)], [refused('d1', 5)])[0]?.missing).toBe(0);
    expect(stillToCome([device('d1')], [refused('d1', 5)])[0]?.missing).toBeUndefined();
  });
});
