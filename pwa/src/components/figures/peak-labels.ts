import type { Chart, Plugin } from 'chart.js';

const gap = 4;

interface Placed {
  readonly left: number;
  readonly right: number;
}

const overlap = (a: Placed, b: Placed): boolean => a.left < b.right + gap && b.left < a.right + gap;

/** Where the tallest bar of a series stands; nothing for one without any. */
function peakOf(chart: Chart<'bar'>, series: number) {
  const values = (chart.data.datasets[series]?.data ?? []) as readonly number[];
  const most = Math.max(0, ...values);
  const at = values.indexOf(most);
  const bar = most > 0 ? chart.getDatasetMeta(series).data[at] : undefined;
  return bar === undefined ? undefined : { x: bar.x, y: bar.y, value: most };
}

/** Writes its value over the tallest bar of each series: the scale of the picture, without an axis. */
export const peakLabels = (write: (value: number) => string, color: string, font: string): Plugin<'bar'> => ({
  id: 'peakLabels',
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = `600 12px ${font}`;
    ctx.fillStyle = color;
    ctx.textBaseline = 'bottom';
    const placed: Placed[] = [];
    for (const series of chart.data.datasets.keys()) {
      const peak = peakOf(chart, series);
      if (peak === undefined) continue;
      const text = write(peak.value);
      const { width } = ctx.measureText(text);
      const left = Math.min(Math.max(chartArea.left, peak.x - width / 2), chartArea.right - width);
      const place = { left, right: left + width };
      if (placed.some((other) => overlap(place, other))) continue;
      placed.push(place);
      ctx.fillText(text, left, peak.y - gap);
    }
    ctx.restore();
  },
});
