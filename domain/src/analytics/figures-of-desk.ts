import type { AnyDocument } from '#src/documents/envelope.ts';
import type { FigureOptions, Figures } from './figures.ts';
import { figuresOf } from './figures-of.ts';

/**
 * One person's figures recomputed from the documents, by leaving out what is others': jobs and bills count by the desk,
 * money by whoever took it, and what is owed by the desk whoever was paid.
 */
export function figuresOfDesk(
  documents: readonly AnyDocument[],
  desk: string,
  options: FigureOptions,
): Figures {
  const ofJobs = figuresOf(
    documents.filter((one) => one.type !== 'job' || one['desk'] === desk),
    options,
  );
  const ofMoney = figuresOf(
    documents.filter((one) => one.type !== 'payment' || one['collectedBy'] === desk),
    options,
  );
  const [jobs, money] = [ofJobs.people.get(desk), ofMoney.people.get(desk)];
  const person = {
    jobs: jobs?.jobs ?? 0,
    revenue: jobs?.revenue ?? 0,
    received: money?.received ?? 0,
    cashInHand: money?.cashInHand ?? 0,
  };
  const isSome = Object.values(person).some((value) => value !== 0);
  return {
    ...ofJobs,
    totalCollected: ofMoney.totalCollected,
    totalConfirmed: ofMoney.totalConfirmed,
    dailyRevenue: ofJobs.dailyRevenue.map((day, index) => ({
      ...day,
      received: ofMoney.dailyRevenue[index]?.received ?? 0,
    })),
    people: new Map(isSome ? [[desk, person]] : []),
  };
}
