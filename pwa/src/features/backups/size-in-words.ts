import type { Formats } from '#src/components/ui/formats.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `4.2 MB` */
export function sizeInWords(bytes: number, { locale }: Formats): string {
  const kilobytes = Math.max(1, bytes / 1000);
  const power = Math.min(units.length - 1, Math.floor(Math.log10(kilobytes) / 3));
  const options = {
    style: 'unit',
    unit: units[power] ?? 'kilobyte',
    maximumFractionDigits: power > 0 ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(kilobytes / 1000 ** power);
}
