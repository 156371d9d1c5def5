import { job } from './job-stops.ts';
import { at, next, press, type Stop } from './stop.ts';
import { waiverStops } from './waiver-stops.ts';

const handOver = at('desk-hand-over', '/money/hand-over', /Counted/);

/** A manager with a little cash, on the phone that most people here hold. */
export const managerStops: readonly Stop[] = [
  at('desk-today', '/today', /Cash with you/),
  { ...job, name: 'desk-job' },
  ...waiverStops,
  at('desk-money', '/money', /Cash with you/),
  handOver,
  next('desk-hand-over-counted', handOver, async (page) => {
    await page.getByLabel('₹500 notes').fill('1');
    await page.getByLabel('₹100 notes').fill('4');
    await page.getByText(/less than RevOps counts/).waitFor();
  }),
  next('desk-handed-over', handOver, async (page) => {
    await page.getByLabel('₹500 notes').fill('1');
    await press(page, /^Hand over/);
    await page.getByText(/saved on this phone/).waitFor();
  }),
  at('desk-hand-overs', '/hand-overs'),
  at('desk-more', '/more'),
  at('desk-owner-only', '/team'),
];
