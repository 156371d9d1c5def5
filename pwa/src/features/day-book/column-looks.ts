import { Check, Clock3, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';

/** The states that money of a day can be in, in the order in which the day book shows them. */
export type MoneyColumn = 'confirmed' | 'waiting' | 'rejected' | 'clash';

interface Look {
  readonly icon: LucideIcon;
  readonly tone: 'received' | 'waiting' | 'refused';
  readonly word: () => string;
}

export const columnLooks: Record<MoneyColumn, Look> = {
  confirmed: { icon: Check, tone: 'received', word: () => m.daybook_confirmed() },
  waiting: { icon: Clock3, tone: 'waiting', word: () => m.daybook_waiting() },
  rejected: { icon: X, tone: 'refused', word: () => m.daybook_rejected() },
  clash: { icon: TriangleAlert, tone: 'refused', word: () => m.daybook_clash() },
};

/** Clashes get a column only on the days that have one. */
export const shownColumns = (hasClash: boolean): readonly MoneyColumn[] =>
  hasClash ? ['confirmed', 'waiting', 'rejected', 'clash'] : ['confirmed', 'waiting', 'rejected'];
