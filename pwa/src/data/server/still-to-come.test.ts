import { describe, expect, it } from 'vitest';
import { stillToCome } from './still-to-come.ts';

const device = (id: string, missing?: number) => ({
  id,
  code: 'A2',
  label: 'Phone',
  userId: 'imran',
  personName: 'Imran',
  closed: false,
  ...(missing === undefined ? {} : { missing }),
});

describe('what a device has not sent yet', () => {
  it('is less what arrived and was not accepted', () => {
    const items = [{ id: 'd1', notAccepted: 2 }];
    const [own, other] = stillToCome([device('d1', 3), device('d2', 1)], items);
    expect([own?.missing, other?.missing]).toEqual([1, 1]);
  });

  it('is less what an owner has erased, which is nowhere any more', () => {
    const items = [{ id: 'd1', notAccepted: 1, erased: 1 }];
    expect(stillToCome([device('d1', 3)], items)[0]?.missing).toBe(1);
  });

  it('is never less than nothing, and stays unknown where it cannot be told', () => {
    const items = [{ id: 'd1', notAccepted: 1 }];
    expect(stillToCome([device('d1', 0)], items)[0]?.missing).toBe(0);
    expect(stillToCome([device('d1')], items)[0]?.missing).toBeUndefined();
    expect(stillToCome([device('d1', 2)])[0]?.missing).toBe(2);
  });
});
