import { batchesOf, carDocuments, newTeam } from '../gateway/people.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import type { Place } from './place.ts';

const group = 'sync';
const documents = 10_000;
const runs = 5;

/** A new phone gets everything: ours until every row can be shown, PouchDB's until it holds the documents. */
export async function firstSync(place: Place): Promise<Measurement[]> {
  const { store, plain } = place;
  const { manager } = await newTeam(place.gatewayUrl);
  for (const docs of batchesOf(carDocuments(manager, documents), 500)) {
    await manager.send(docs);
    await plain?.call('/_bulk_docs', { body: { docs, new_edits: false } });
  }
  const [ours, theirs, ratios, requests]: number[][] = [[], [], [], []];
  for (let run = 0; run < runs; run += 1) {
    const phone = await place.device();
    await phone.open(manager);
    const before = place.gateway.requests;
    const ms = await phone.call('ours', 'pull');
    requests?.push(((place.gateway.requests - before) / documents) * 1000);
    if ((await phone.call('ours', 'rows')) < documents) throw new Error('rows are missing');
    await phone.close();
    ours?.push(ms);
    if (plain === undefined) continue;
    const peer = await place.device();
    const peerMs = await peer.call('theirs', 'pull', place.plainUrl);
    if ((await peer.call('theirs', 'rows')) < documents) throw new Error('the peer lacks documents');
    await peer.close();
    theirs?.push(peerMs);
    ratios?.push(ms / peerMs);
  }
  const name = `first sync of ${documents.toLocaleString('en')} documents, ${store.name}`;
  const peers = plain === undefined ? [] : [theirs ?? []];
  return [
    measurement(ours ?? [], { group, name, unit: 'ms' }),
    ...peers.map((values) =>
      measurement(values, { group, name: '  PouchDB straight from CouchDB', unit: 'ms' }),
    ),
    ...(plain === undefined
      ? []
      : [measurement(ratios ?? [], { group, name: '  ours ÷ PouchDB', unit: '×', budget: 0.5 })]),
    measurement(requests ?? [], {
      group,
      name: `  requests per 1,000 documents, ${store.name}`,
      unit: 'requests',
      budget: 5,
    }),
  ];
}
