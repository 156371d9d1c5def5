import { at, next, press, type Stop } from './stop.ts';

const payments = at('report-payments', '/reports?report=payments&period=year', /payments$/);

/** Reports as the demo has them, on screen and as a file, and what stands in its book twice. */
export const reportStops: readonly Stop[] = [
  at('report-day', '/reports', /Daily book,/),
  payments,
  at('report-jobs', '/reports?report=jobs&period=year', /jobs$/),
  at('report-people', '/reports?report=people&period=year', /people$/),
  at('report-none', '/reports?report=payments&period=custom&from=2020-01-01&to=2020-01-02', /No payment/),
  next('report-file', payments, async (page) => {
    await press(page, 'Excel or CSV');
    await press(page, /^Excel:/);
    await page.getByText(/is ready/).waitFor();
  }),
  at('duplicates', '/customers/duplicates', /pair/),
  at('duplicates-none-merged', '/customers/duplicates?merged', /Nothing was merged/),
];
