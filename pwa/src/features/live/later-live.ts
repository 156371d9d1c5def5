// Files named `later-…` are loaded when they are needed and kept from then on (on-demand.config.ts): only owners hear of
// new payments.
export { LivePayments } from './live-payments.tsx';
