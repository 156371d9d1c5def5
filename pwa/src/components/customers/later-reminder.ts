// Files named `later-…` are loaded when they are needed and kept from then on (on-demand.config.ts).
export { ReminderForm } from './reminder-form.tsx';
