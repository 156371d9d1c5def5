/** How busy a workshop is by weekday, Sunday first: Mondays bring what broke at the weekend, Saturdays whoever is free. */
const weekdays = [0, 1.25, 1, 0.95, 0.95, 1.05, 1.3];
/** And by month, January first: before the summer's trips and before Diwali people have their cars looked at; it rains in July and August. */
const months = [1, 0.95, 1.05, 1.12, 1.1, 1, 0.88, 0.9, 0.98, 1.22, 1.08, 0.95];

const DAY_MS = 86_400_000;

/** The weight of the workshop's day that holds a moment. */
function weightOf(ms: number, offset: number): number {
  const local = new Date(ms + offset * 60_000);
  return (weekdays[local.getUTCDay()] ?? 1) * (months[local.getUTCMonth()] ?? 1);
}

/**
 * Moments in order, as many as wanted, spread over the days of a period as busy as those are. The last day is never quite
 * without: whoever opens an invented workshop on a Sunday sees somebody at work.
 */
export function* busyMoments(
  count: number,
  { startMs, nowMs }: { readonly startMs: number; readonly nowMs: number },
  offsetAt: (ms: number) => number,
): Generator<number, void, undefined> {
  const days = Math.max(1, Math.ceil((nowMs - startMs) / DAY_MS));
  const middles = Array.from({ length: days }, (_, day) => nowMs - (days - 1 - day) * DAY_MS);
  const weights = middles.map((ms, day) => Math.max(weightOf(ms, offsetAt(ms)), day === days - 1 ? 0.6 : 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let [day, before] = [0, 0];
  for (let index = 0; index < count; index += 1) {
    const wanted = ((index + 0.5) / count) * whole;
    while (day < days - 1 && before + (weights[day] ?? 0) <= wanted) {
      before += weights[day] ?? 0;
      day += 1;
    }
    yield middles[day] ?? nowMs;
  }
}
