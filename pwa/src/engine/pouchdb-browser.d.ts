/** PouchDB's own browser bundle: its module build expects Node's `events` from whoever bundles it. */
declare module 'pouchdb/dist/pouchdb.js' {
  import PouchDB from 'pouchdb';

  export default PouchDB;
}
