import { AppError } from '#src/errors/app-error.ts';

const shape = /^[a-z][a-z0-9-]{0,99}$/;

/** Refuses every name that could leave the folder or be taken for an index of another database. */
export function checkDatabaseName(name: string): string {
  if (!isDatabaseName(name)) throw new AppError('bad_request', 'Not a database name.');
  return name;
}

export function isDatabaseName(name: string): boolean {
  return shape.test(name) && !name.includes('-mrview-') && !name.includes('-search-');
}
