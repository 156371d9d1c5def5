export * from './auth.ts';
export * from './error-codes.ts';
export * from './errors.ts';
export * from './jobs.ts';
export * from './keeping.ts';
export * from './primitives.ts';
export * from './workshop.ts';
