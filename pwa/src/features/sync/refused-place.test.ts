import type { AnyDocument } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { placeOf } from './refused-place.ts';

const document = (type: string): AnyDocument => ({ _id: `${type}:1`, type }) as unknown as AnyDocument;

describe('where a refused entry is put right', () => {
  it('is its job, as long as this phone has it', () => {
    expect(placeOf({ document: document('jobEvent'), jobId: 'job:here' })).toBe('/jobs/here');
  });

  it('is nowhere once the job went to another desk', () => {
    expect(placeOf({ document: document('job') })).toBeUndefined();
    expect(placeOf({ document: document('payment') })).toBeUndefined();
  });

  it('is nowhere for what has no screen of its own, rather than the list that it stands in', () => {
    expect(placeOf({ document: document('customer') })).toBeUndefined();
    expect(placeOf({ document: document('settlement') })).toBe('/money');
  });
});
