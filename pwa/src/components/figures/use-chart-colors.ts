import { useEffect, useState } from 'react';
import { chartColors, type ChartColors } from './chart-colors.ts';

/** Changes with the theme, whether the person (an attribute of the page) or the system chooses it. */
export function useChartColors(): ChartColors {
  const [colors, setColors] = useState(chartColors);
  useEffect(() => {
    const read = (): void => setColors(chartColors());
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const chosen = new MutationObserver(read);
    chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      chosen.disconnect();
      dark.removeEventListener('change', read);
    };
  }, []);
  return colors;
}
