import { formatMoney, money, startOfDay, type DayFigures } from '@revops/domain';
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import type { ChartColors } from './chart-colors.ts';
import { peakLabels } from './peak-labels.ts';
import { useChartColors } from './use-chart-colors.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

const amountWord = (amount: number, formats: Formats): string => formatMoney(money(amount), formats);

/** `18 Jul` */
export const dayName = (day: string, { locale, timeZone }: Formats): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }).format(
    new Date(startOfDay(day, timeZone)),
  );

function chartOf(
  canvas: HTMLCanvasElement,
  days: readonly DayFigures[],
  colors: ChartColors,
  formats: Formats,
) {
  const write = (value: number): string => amountWord(value, formats);
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: days.map(({ date }) => dayName(date, formats)),
      datasets: [
        {
          label: m.figures_billed(),
          data: days.map(({ billed }) => billed),
          backgroundColor: colors.sunken,
          borderColor: colors.edge,
          borderWidth: 1,
          categoryPercentage: 0.8,
          barPercentage: 0.9,
        },
        {
          label: m.figures_received(),
          // A day on which more went back than came in has no bar; the table says it.
          data: days.map(({ received }) => Math.max(0, received)),
          backgroundColor: colors.received,
          categoryPercentage: 0.8,
          barPercentage: 0.9,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 24 } },
      events: ['mousemove', 'mouseout', 'click', 'touchstart'],
      interaction: { mode: 'index', intersect: false },
      plugins: {
        tooltip: {
          animation: false,
          backgroundColor: colors.ink,
          titleColor: colors.surface,
          bodyColor: colors.surface,
          cornerRadius: 3,
          displayColors: false,
          titleFont: { family: colors.font, size: 14 },
          bodyFont: { family: colors.font, size: 14 },
          callbacks: { label: ({ dataset, raw }) => `${dataset.label ?? ''} ${write(Number(raw))}` },
        },
      },
      scales: {
        y: { display: false, beginAtZero: true, grace: '4%' },
        x: {
          grid: { display: false },
          border: { color: colors.ink },
          ticks: {
            color: colors.quiet,
            font: { family: colors.font, size: 12 },
            autoSkip: true,
            maxTicksLimit: 6,
            maxRotation: 0,
          },
        },
      },
    },
    plugins: [peakLabels(write, colors.ink, colors.font)],
  });
}

export interface DailyChartProps {
  readonly days: readonly DayFigures[];
  /** What a screen reader says of the picture. */
  readonly label: string;
}

/** Thirty days as bars: what was billed, and what came in. */
export function DailyChart({ days, label }: DailyChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useChartColors();
  const formats = useFormats();
  // Redrawn only when a number or the theme changes, not each time the screen is.
  const drawn = JSON.stringify(days);
  useEffect(() => {
    if (canvas.current?.getContext('2d') == null) return undefined;
    const chart = chartOf(canvas.current, JSON.parse(drawn) as DayFigures[], colors, formats);
    return () => chart.destroy();
  }, [drawn, colors, formats]);
  return (
    // The canvas takes the room that there is and never makes any: a window that is made narrow would stay wide.
    <div className="relative h-56 min-w-0 overflow-hidden desk:h-64">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it is drawn here, there is no file to show */}
      <canvas ref={canvas} role="img" aria-label={label} className="absolute inset-0" />
    </div>
  );
}
