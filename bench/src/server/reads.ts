import { workshopDatabase } from '@revops/sync-server';
import type { FeedAnswer, Phone } from '@revops/sync-server/testing';
import type { GatewayProcess } from '../gateway/start-gateway.ts';
import { batchesOf, carDocuments, newTeam } from '../gateway/people.ts';
import { PlainCouch } from '../gateway/plain-couch.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';

const documents = 10_000;
const page = 1000;
const runs = 6;
const group = 'server';

interface Read {
  readonly ms: number;
  readonly rows: number;
}

async function readFeed(fetchPage: (since: string) => Promise<FeedAnswer>): Promise<Read> {
  const started = performance.now();
  let [since, rows, pending] = ['0', 0, 1];
  while (pending > 0) {
    const answer = await fetchPage(since);
    rows += answer.results.length;
    [since, pending] = [answer.last_seq, answer.pending];
  }
  return { ms: performance.now() - started, rows };
}

const query = (since: string): string =>
  `/_changes?include_docs=true&limit=${page}&since=${encodeURIComponent(since)}`;

const throughGateway = (phone: Phone): Promise<Read> =>
  readFeed(async (since) => (await phone.call<FeedAnswer>(query(since))).body);

function rawFeed(gateway: GatewayProcess, store: MeasuredStore, workshopId: string): () => Promise<Read> {
  if (store.couchdbUrl === undefined) return () => gateway.ask({ kind: 'raw-read', workshopId, page });
  const couch = new PlainCouch(store.couchdbUrl, gateway.prefix + workshopDatabase(workshopId));
  return () => readFeed((since) => couch.call<FeedAnswer>(query(since)));
}

/** All of a manager's documents by `_changes` with bodies, against the store's own feed with bodies. */
export async function reads(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const { manager } = await newTeam(gateway.url);
  for (const batch of batchesOf(carDocuments(manager, documents), 500)) await manager.send(batch);
  const raw = rawFeed(gateway, store, manager.session.workshop.id);
  const [filtered, plain, ratios, cpu]: number[][] = [[], [], [], []];
  for (let run = 0; run < runs; run += 1) {
    const before = await gateway.ask({ kind: 'usage' });
    const ours = await throughGateway(manager);
    const after = await gateway.ask({ kind: 'usage' });
    const theirs = await raw();
    if (run === 0) continue;
    filtered?.push((ours.rows / ours.ms) * 1000);
    plain?.push((theirs.rows / theirs.ms) * 1000);
    ratios?.push(ours.rows / ours.ms / (theirs.rows / theirs.ms));
    cpu?.push(((after.cpuSeconds - before.cpuSeconds) / ours.rows) * 1000);
  }
  const name = `_changes with access filter and bodies, ${store.name}`;
  return [
    measurement(filtered ?? [], { group, name, unit: 'docs/s', note: `${page} per page` }),
    measurement(plain ?? [], { group, name: `  raw ${store.name}`, unit: 'docs/s' }),
    measurement(ratios ?? [], {
      group,
      name: `  gateway ÷ raw ${store.name}`,
      unit: '×',
      atLeast: true,
      ...(store.couchdbUrl === undefined ? {} : { budget: 0.7 }),
    }),
    measurement(cpu ?? [], { group, name: '  processor time of the gateway per 1,000 documents', unit: 's' }),
  ];
}
