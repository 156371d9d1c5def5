/** A store to measure on. */
export interface MeasuredStore {
  readonly name: string;
  /** Where a plain CouchDB answers; undefined for the embedded store. */
  readonly couchdbUrl: string | undefined;
}

/** The embedded store always; CouchDB where `COUCHDB_URL` names one. */
export function measuredStores(): readonly MeasuredStore[] {
  const couchdbUrl = process.env['COUCHDB_URL'];
  const embedded = { name: 'embedded', couchdbUrl: undefined };
  if (couchdbUrl) return [embedded, { name: 'CouchDB', couchdbUrl }];
  process.stderr.write('COUCHDB_URL is not set: CouchDB and everything compared with it is left out.\n');
  return [embedded];
}
