/** The colours of the theme in force, for what is drawn and not styled. */
export interface ChartColors {
  readonly ink: string;
  readonly quiet: string;
  readonly edge: string;
  readonly sunken: string;
  readonly surface: string;
  readonly received: string;
  readonly font: string;
}

export function chartColors(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const named = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: named('--ink'),
    quiet: named('--ink-2'),
    edge: named('--edge'),
    sunken: named('--sunken'),
    surface: named('--surface'),
    received: named('--received'),
    font: getComputedStyle(document.body).fontFamily,
  };
}
