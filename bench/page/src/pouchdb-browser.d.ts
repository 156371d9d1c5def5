/** PouchDB's own browser bundle, as the app's worker loads it. */
declare module 'pouchdb/dist/pouchdb.js' {
  import PouchDB from 'pouchdb';

  export default PouchDB;
}
