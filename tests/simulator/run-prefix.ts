import { dropDatabases } from './couch-databases.ts';

/** A run of many processes names itself to them, so that it can tidy up after those that it had to end. */
export const runName = 'SIMULATOR_RUN';

const prefixOf = (run: string): string => `sim-${run}-`;

/** Before the databases of this process, which stand beside those of the run's others. */
export const runPrefix = (): string => `${prefixOf(process.env[runName] ?? 'test')}${process.pid}-`;

/** Takes away what ended processes of a run have left in CouchDB. */
export async function dropRun(run: string): Promise<void> {
  const url = process.env['COUCHDB_URL'];
  if (url !== undefined) await dropDatabases(url, prefixOf(run));
}
