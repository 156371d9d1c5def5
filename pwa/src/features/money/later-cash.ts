// Files named `later-…` are fetched at rest and kept from then on (on-demand.config.ts): looked at, and not worked with.
export { AgreedAhead } from './agreed-ahead.tsx';
export { DayCloses } from './day-closes.tsx';
export { Deposits } from './deposits.tsx';
