// Files named `later-…` are loaded when they are needed and kept from then on (on-demand.config.ts): what only owners see.
export { AlarmsPanel } from './alarms-panel.tsx';
export { AlarmsSection } from './alarms-section.tsx';
