/** A test that shows that something cannot happen here. */
export interface Proof {
  readonly file: string;
  readonly title: string;
}

/** Something that broke in another product, and what shows that it does not break here. */
export interface Failure {
  readonly number: number;
  readonly broke: string;
  readonly shownBy: readonly Proof[];
}

const proof = (file: string, title: string): Proof => ({ file, title });
const here = 'tests/tracker/offline-work.test.ts';
const browser = 'tests/e2e/faults.test.ts';
const engine = 'tests/simulator/engine';

/** The failures that public trackers tell of, by the numbers of the reference's list. */
export const failures: readonly Failure[] = [
  {
    number: 1,
    broke: 'A receipt was printed, and neither the server nor the emptied browser had a record',
    shownBy: [
      proof(browser, 'a browser killed between save and send has what was saved, and sends it'),
      proof(browser, 'databases that the browser deleted are missed, and what had been sent comes back'),
    ],
  },
  {
    number: 2,
    broke: 'What was called saved was lost with the power',
    shownBy: [proof(here, 'saved means that another connection reads it from the disk')],
  },
  {
    number: 3,
    broke: 'Two tabs sent the same queue',
    shownBy: [
      proof(browser, 'two tabs save without signal and reconnect: each entry is there once'),
      proof(
        'pwa/src/engine/elect.test.ts',
        'a holder that is frozen loses the lock, and waits for it again once it thaws',
      ),
    ],
  },
  {
    number: 4,
    broke: 'A retry after a timeout doubled what had arrived',
    shownBy: [
      proof(here, 'a batch that arrives three times is stored once'),
      proof(
        `${engine}/faults.test.ts`,
        'a response lost after the server stored the batch is repeated and doubles nothing',
      ),
    ],
  },
  {
    number: 5,
    broke: 'One invalid record blocked everything behind it',
    shownBy: [
      proof(
        `${engine}/faults.test.ts`,
        'a refused document lands in the tray with its reason and holds nothing else up',
      ),
    ],
  },
  {
    number: 6,
    broke: 'A payment taken offline was overwritten by the server’s draft on reload',
    shownBy: [
      proof(here, 'a payment taken offline survives a reload and what another phone wrote meanwhile'),
    ],
  },
  {
    number: 7,
    broke: 'The invoice arrived and its payment did not',
    shownBy: [
      proof(here, 'a payment is a document of its own and arrives where the change of its job is refused'),
    ],
  },
  {
    number: 8,
    broke: '“Sync successful” though it had failed or more was to come',
    shownBy: [
      proof(
        'pwa/src/features/sync/pill-state.test.ts',
        'says that all is sent only when nothing waits and the server was heard',
      ),
    ],
  },
  {
    number: 9,
    broke: 'What a server denied to an ended session was never sent again',
    shownBy: [
      proof(
        `${engine}/faults.test.ts`,
        'a session that has ended says so, keeps the work, and goes on after signing in',
      ),
    ],
  },
  {
    number: 10,
    broke: 'Old phones refilled a server that had been reset',
    shownBy: [
      proof(
        'sync-server/src/sync/timelines.test.ts',
        'goes on refusing places from before a restore when its entry is dropped',
      ),
      proof(
        `${engine}/fill.test.ts`,
        'a server restored from a backup gets back what this person had sent, edits too, and nothing is doubled',
      ),
      proof(
        browser,
        'a server killed and put back to old files gets back what it had lost, while the phone goes on',
      ),
    ],
  },
  {
    number: 11,
    broke: 'Nobody knew how much a first sync would fetch',
    shownBy: [
      proof(
        `${engine}/fill.test.ts`,
        'a first sync lists everything first, fetches the newest first and says exactly how much is to come',
      ),
    ],
  },
  {
    number: 12,
    broke: 'A filter on the feed read every row for every phone',
    shownBy: [
      proof(
        'sync-server/src/sync/reading/feed.test.ts',
        'has the shape of CouchDB’s seq and refuses what it cannot answer',
      ),
    ],
  },
  {
    number: 13,
    broke: 'Ids made offline met each other',
    shownBy: [
      proof(here, 'two phones without signal give no id and no number twice'),
      proof('domain/src/numbering/numbering.test.ts', 'a code in use is never given again'),
    ],
  },
  {
    number: 14,
    broke: 'A reset lost what had not been sent',
    shownBy: [
      proof(
        'pwa/src/data/account/account.test.ts',
        'a sign-in sends the remembered device, works at once and blocks signing out while work waits',
      ),
    ],
  },
  {
    number: 15,
    broke: 'An old shape in the store kept a new app from starting',
    shownBy: [
      proof(
        'tests/upgrades/past-shapes.test.ts',
        'has a fixture of every version of its shape, and the last one is what its schema says now',
      ),
    ],
  },
  {
    number: 16,
    broke: 'The database picked a winner and hid what had lost',
    shownBy: [
      proof('sync-server/src/sync/writing/joins-and-claims.test.ts', 'both survive in one leaf'),
      proof(
        'sync-server/src/sync/sweeper/sweeper.test.ts',
        'joins leaves that nobody joined, and what it wrote is what any other writes',
      ),
      proof(
        'sync-server/src/sync/writing/write-rules.test.ts',
        'is the record of an own job; an entry never',
      ),
    ],
  },
];
