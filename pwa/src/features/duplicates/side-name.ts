import { formatPhone, formatPlate } from '@revops/domain';
import type { BookSide } from '#src/data/queries/book-side.ts';
import { m } from '#src/words/compiled/messages.js';

/** What a record is called: a customer by name or number, a car by its plate. */
export function sideName({ id, name, phone, cars }: BookSide): string {
  const [car] = cars;
  if (id.startsWith('vehicle:') && car !== undefined) return formatPlate(car.plate);
  return name ?? (phone === undefined ? m.customers_no_name() : formatPhone(phone));
}
