// Files named `later-…` are loaded when they are needed and kept from then on (on-demand.config.ts): this one brings
// chart.js and all that is shown of figures.
export { FiguresPanel } from './figures-panel.tsx';
