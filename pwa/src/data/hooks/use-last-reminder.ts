import { lastReminder, type Reminder } from '../queries/last-reminder.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** When the customer who owes for these jobs was reminded last, from whichever phone. */
export const useLastReminder = (jobIds: readonly string[]): Live<Reminder | undefined> =>
  useLive({
    key: `lastReminder ${jobIds.join(' ')}`,
    topics: ['jobEvent', 'member'],
    read:
      ({ session }) =>
      (tx) =>
        lastReminder(tx, jobIds, session),
  });
