import { describe, expect, it } from 'vitest';
import { newErrorCode, routeShape } from './report-error.ts';

describe('routeShape', () => {
  it('leaves out whatever could name a car or a person', () => {
    expect(routeShape('/jobs/job:0193a1c2-77aa-7000-8000-000000000001/pay')).toBe('/jobs/:id/pay');
  });
  it('keeps the names of screens', () => {
    expect(routeShape('/money/hand-over')).toBe('/money/hand-over');
  });
});

describe('newErrorCode', () => {
  it('has six letters or digits that cannot be misheard for one another', () => {
    for (let round = 0; round < 200; round += 1) expect(newErrorCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
  });
});
