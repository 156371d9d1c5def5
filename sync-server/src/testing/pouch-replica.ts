// oxlint-disable-next-line no-restricted-imports -- here PouchDB is a client of the gateway, not the store
import PouchDB from 'pouchdb';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Phone } from './sync-kit.ts';

export type ReplicaBody = Record<string, unknown>;
export type Replica = PouchDB.Database<ReplicaBody>;

/** The replica of one phone: a PouchDB that pulls from the gateway, as the engine keeps it. */
export class PouchReplica {
  readonly local: Replica;
  readonly remote: Replica;
  /** What was asked of the server since it was last emptied. */
  requests: string[] = [];

  private constructor(local: Replica, url: string, tokenOf: () => string) {
    this.local = local;
    this.remote = new PouchDB<ReplicaBody>(url, {
      fetch: (address, options = {}) => {
        const headers = new Headers(options.headers);
        headers.set('authorization', `Bearer ${tokenOf()}`);
        this.requests.push((address instanceof Request ? address.url : address).replace(url, ''));
        return PouchDB.fetch(address, { ...options, headers });
      },
    });
  }

  static async of(phone: Phone, serverUrl: string): Promise<PouchReplica> {
    const path = join(await mkdtemp(join(tmpdir(), 'revops-replica-')), 'replica');
    const local = new PouchDB<ReplicaBody>(path, { auto_compaction: true });
    const url = `${serverUrl}/sync/${phone.session.workshop.id}`;
    return new PouchReplica(local, url, () => phone.session.accessToken);
  }

  pull(): Promise<unknown> {
    return this.local.replicate.from(this.remote, { checkpoint: 'target', batch_size: 500 }).then();
  }

  /** Pushes as a client does that replicates both ways; what was refused. */
  async push(): Promise<readonly unknown[]> {
    const denied: unknown[] = [];
    const push = this.local.replicate.to(this.remote);
    void push.on('denied' as 'error', (given: unknown) => denied.push(given));
    await push;
    return denied;
  }

  /** The living document, or undefined where there is none. */
  async get(id: string): Promise<ReplicaBody | undefined> {
    return this.local.get(id, { conflicts: true }).catch(() => undefined);
  }

  /** Every body that a person with the phone in hand could still find, of any revision. */
  async bodiesOf(id: string): Promise<readonly ReplicaBody[]> {
    const leaves = (await this.local.get(id, { open_revs: 'all', revs: true }).catch(() => [])) as readonly {
      ok?: ReplicaBody & { _revisions: { start: number; ids: string[] } };
    }[];
    const revs = leaves.flatMap(({ ok }) =>
      ok ? ok._revisions.ids.map((hash, index) => `${ok._revisions.start - index}-${hash}`) : [],
    );
    const bodies = await Promise.all(
      [...new Set(revs)].map((rev) => this.local.get(id, { rev }).catch(() => undefined)),
    );
    return bodies.filter((body) => body !== undefined && body['_deleted'] !== true) as ReplicaBody[];
  }

  async close(): Promise<void> {
    await Promise.all([this.local.close(), this.remote.close()]).catch(() => undefined);
  }
}
