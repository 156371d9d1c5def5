import { addMoney, sumMoney, type Money } from '@revops/domain';
import type { DayBookRow } from '#src/data/views.ts';

/** Money that was taken and counts: confirmed and waiting. Rejected and clashing money stands apart. */
export const rowTotal = (row: DayBookRow): Money => addMoney(row.confirmed.amount, row.waiting.amount);

const parts = (row: DayBookRow) => [row.confirmed, row.waiting, row.rejected, row.clash];

/** True when nothing at all stands in the row. */
export const isEmptyRow = (row: DayBookRow): boolean => parts(row).every((part) => part.count === 0);

/** How much of the row exists only on this device. */
export const unsentOf = (row: DayBookRow): Money => sumMoney(parts(row).map((part) => part.unsentAmount));
