/**
 * The financial year of a day in four digits, `2627` from April 2026 to March 2027; a year that starts in January
 * lies in one calendar year and repeats it (`2626`).
 */
export function financialYear(day: string, startMonth = 4): string {
  const year = Number(day.slice(0, 4));
  const first = Number(day.slice(5, 7)) >= startMonth ? year : year - 1;
  return twoDigits(first) + twoDigits(startMonth === 1 ? first : first + 1);
}

const twoDigits = (year: number): string => String(year % 100).padStart(2, '0');
