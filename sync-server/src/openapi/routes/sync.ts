import type { DescribedRoute } from '../described-route.ts';

export const syncRoutes: readonly DescribedRoute[] = [
  {
    call: 'GET /sync/',
    who: 'member',
    answers: '{couchdb, uuid}',
    note: 'the uuid names the person’s view and the database behind it',
  },
  { call: 'GET /sync/:workshop', who: 'member', answers: 'as CouchDB' },
  {
    call: 'GET /sync/:workshop/_changes',
    who: 'member',
    answers: 'as CouchDB',
    note: 'restarted: true where the since is of a time that the server knows nothing of',
  },
  { call: 'POST /sync/:workshop/_changes', who: 'member', takes: 'as CouchDB' },
  { call: 'POST /sync/:workshop/_ensure_full_commit', who: 'member', answers: '{ok}' },
  {
    call: 'GET /sync/:workshop/_local/:id',
    who: 'member',
    answers: 'a checkpoint',
    note: 'of this person, device and view',
  },
  { call: 'PUT /sync/:workshop/_local/:id', who: 'member', takes: 'a checkpoint', answers: '{ok, id, rev}' },
  { call: 'POST /sync/:workshop/_revs_diff', who: 'member', takes: 'as CouchDB' },
  { call: 'POST /sync/:workshop/_bulk_get', who: 'member', takes: 'as CouchDB' },
  {
    call: 'POST /sync/:workshop/_bulk_docs',
    who: 'member',
    takes: 'at most 200 documents and 4 MB',
    answers: 'a row for each',
    note: 'refused rows are forbidden, with a code and words',
  },
  { call: 'GET /sync/:workshop/_all_docs', who: 'member', takes: 'as CouchDB, with keys' },
  { call: 'POST /sync/:workshop/_all_docs', who: 'member', takes: 'as CouchDB, with keys' },
  {
    call: 'GET /sync/:workshop/ids',
    who: 'member',
    takes: 'after, limit',
    answers: 'ids and revisions, newest first',
    note: 'all that the person may read',
  },
  { call: 'GET /sync/:workshop/:id', who: 'member', answers: 'a document' },
  { call: 'PUT /sync/:workshop/:id', who: 'member', takes: 'a document', answers: '{ok, id, rev}' },
  {
    call: 'PUT /sync/:workshop/:id/:attachment',
    who: 'member',
    note: 'refused with words: bytes go by /api/files',
  },
];
