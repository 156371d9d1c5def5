import { describe, expect, it } from 'vitest';
import { homeHabits } from './home-habits.ts';

describe('homeHabits', () => {
  it('knows India by either name of its clock, whatever the language of the phone', () => {
    expect(homeHabits('Asia/Kolkata')).toEqual({
      timeZone: 'Asia/Kolkata',
      currency: 'INR',
      locale: 'en-IN',
    });
    expect(homeHabits('Asia/Calcutta').currency).toBe('INR');
  });
  it('knows the second market', () => {
    expect(homeHabits('Africa/Blantyre')).toMatchObject({ currency: 'MWK', locale: 'en-MW' });
  });
  it('keeps an unknown clock and begins with the first market', () => {
    expect(homeHabits('Europe/Oslo')).toEqual({ timeZone: 'Europe/Oslo', currency: 'INR', locale: 'en-IN' });
  });
});
