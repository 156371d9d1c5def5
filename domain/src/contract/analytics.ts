import { z } from 'zod';
import { jobStatusSchema } from '#src/status/status.ts';
import { daySchema } from '#src/time/workshop-day.ts';

/** `GET /api/analytics/dashboard`: of these workshop days, both included; without them of all time. */
export const dashboardQuerySchema = z.strictObject({ from: daySchema.optional(), to: daySchema.optional() });

/**
 * Amounts are minor units. Of the period are totalJobs, totalRevenue, totalCollected, totalConfirmed, averageJobValue and
 * what people did; as of now are outstandingCredits, statusCounts, cashInHand and the thirty days of dailyRevenue.
 */
export const dashboardSchema = z.object({
  totalJobs: z.int(),
  totalRevenue: z.int(),
  totalCollected: z.int(),
  totalConfirmed: z.int(),
  outstandingCredits: z.int(),
  averageJobValue: z.int(),
  statusCounts: z.record(jobStatusSchema, z.int()),
  dailyRevenue: z.array(z.object({ date: daySchema, billed: z.int(), received: z.int() })),
  /** Everybody who has a desk, owners too, and whoever left with figures behind them; most revenue first. */
  managers: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      jobs: z.int(),
      revenue: z.int(),
      received: z.int(),
      cashInHand: z.int(),
    }),
  ),
  asOf: z.string(),
  /** Phones whose entries these figures may lack: when each was last heard, and how many of its numbers are missing. */
  devices: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      lastHeard: z.string().optional(),
      missing: z.int().optional(),
    }),
  ),
});

export type DashboardQuery = z.infer<typeof dashboardQuerySchema>;
export type Dashboard = z.infer<typeof dashboardSchema>;
