import * as fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { createSyncGateway, type SyncGateway } from '../sync-gateway.ts';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { Phone, type FeedAnswer } from '#src/testing/sync-kit.ts';

let server: TestServer;
let gateway: SyncGateway;
let store: DocumentStore;
let people: readonly Phone[];

beforeAll(async () => {
  server = await startServer({
    parts: (context) => {
      const liveLimits = { lagMs: Number.POSITIVE_INFINITY };
      gateway = createSyncGateway({ ...context, longpollMs: 100, liveLimits });
      return { syncRouter: gateway.router };
    },
  });
  const session = await registerOwner(server);
  const managers = [await joinWorkshop(server, session), await joinWorkshop(server, session)];
  people = [session, ...managers].map((given) => new Phone(server, given));
  store = await server.context.workshopStore(session.workshop.id);
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await server.stop();
}, 60_000);

const keyOf = (phone: Phone): string => `desk:${phone.userId}`;

interface Step {
  readonly id: number;
  readonly desk: number;
  readonly branch: boolean;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    id: fc.nat({ max: 4 }),
    desk: fc.constantFrom(1, 2),
    branch: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
);

/** The one that is the server's own and never leaves. */
const isServers = (id: number): boolean => id === 4;

/** Writes a revision that stands at a desk and remembers where it stood before. */
async function write(prefix: string, { id, desk, branch }: Step): Promise<void> {
  const [winner] = await store.leaves(`${prefix}${id}`);
  const phone = isServers(id) ? undefined : people[desk];
  const before = [...((winner?.['access'] ?? []) as string[]), ...((winner?.['was'] ?? []) as string[])];
  const access = phone && [keyOf(phone)];
  const was = [...new Set(before)].filter((key) => access?.includes(key) !== true);
  const parents = winner?._revisions ?? { start: 0, ids: [] };
  // A branch grows beside the winner instead of out of it.
  const skip = branch ? 1 : 0;
  const ids = [randomBytes(16).toString('hex'), ...parents.ids.slice(skip)];
  const start = Math.max(0, parents.start - skip) + 1;
  const rev = { _rev: `${start}-${ids[0]}`, _revisions: { start, ids } };
  const body = { _id: `${prefix}${id}`, type: 'job', was, ...(access ? { access } : {}) };
  await store.bulkWrite([{ ...body, ...rev }]);
}

/** What one person holds who only ever reads live. */
class Follower {
  readonly phone: Phone;
  readonly held = new Map<string, string>();
  /** Bodies that were nobody's business, and places that were lost. */
  readonly wrong: string[] = [];
  since = '';
  #stopped = false;

  constructor(phone: Phone) {
    this.phone = phone;
  }

  async follow(): Promise<void> {
    while (!this.#stopped) await this.read('longpoll');
  }

  stop(): void {
    this.#stopped = true;
  }

  async read(feed: string): Promise<FeedAnswer> {
    const query = `feed=${feed}&include_docs=true&since=${encodeURIComponent(this.since)}`;
    const { body } = await this.phone.call<FeedAnswer>(`/_changes?${query}`);
    if (body.restarted) this.wrong.push('restarted');
    for (const row of body.results) {
      if (row.deleted) this.held.delete(row.id);
      else {
        const isAllowed = this.phone === people[0] || row.doc?.access.includes(keyOf(this.phone)) === true;
        if (!isAllowed) this.wrong.push(row.id);
        this.held.set(row.id, row.doc?._rev ?? '');
      }
    }
    this.since = body.last_seq;
    return body;
  }
}

it('whoever reads live holds in the end what whoever reads anew gets, and never more', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const prefix = `job:${(run += 1)}-`;
      const followers = people.map((phone) => new Follower(phone));
      for (const follower of followers) follower.since = (await follower.phone.changes('since=now')).last_seq;
      const following = followers.map((follower) => follower.follow());
      for (const step of all) await write(prefix, step);
      for (const follower of followers) follower.stop();
      await Promise.all(following);
      for (const follower of followers) {
        await follower.read('normal');
        const anew = (await follower.phone.changes()).results.filter((row) => row.id.startsWith(prefix));
        const living = anew.filter((row) => !row.deleted).map((row) => [row.id, row.changes[0]?.rev]);
        expect(follower.wrong).toEqual([]);
        // A feed may tell once more what stood just before the place; it is the same document.
        const held = [...follower.held].filter(([id]) => id.startsWith(prefix));
        expect(new Map(held)).toEqual(new Map(living as [string, string][]));
      }
    }),
    { numRuns: 8 },
  );
}, 240_000);
