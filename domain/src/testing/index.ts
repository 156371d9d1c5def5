export * from './arbitrary-documents.ts';
export * from './arbitrary-values.ts';
export * from './shape-of.ts';
export * from './test-context.ts';
export * from './test-people.ts';
export * from './vectors.ts';
export * from './random-act.ts';
export * from './random-history.ts';
