import { newTeam } from '../gateway/people.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import type { Place } from './place.ts';

const group = 'sync';
const documents = 1000;
const runs = 6;

interface Sent {
  readonly acknowledged: number;
  readonly settled: number;
}

/**
 * A day's work written without signal leaves the phone: until the server has acknowledged the last document, which is
 * where PouchDB's replication ends too, and until this phone has nothing left to do for it, for which PouchDB has no word.
 */
export async function send(place: Place): Promise<Measurement[]> {
  const [ours, settled, theirs, ratios, settledRatios]: number[][] = [[], [], [], [], []];
  for (let run = 0; run < runs; run += 1) {
    const { manager } = await newTeam(place.gatewayUrl);
    const phone = await place.device();
    await phone.open(manager);
    await phone.call('ours', 'pull');
    const written = await phone.call('ours', 'saveMany', documents);
    const sent = await phone.call<Sent>('ours', 'send');
    const [ms, settledMs] = [sent.acknowledged, sent.settled].map((value) => (value / written) * documents);
    await phone.close();
    if (run > 0) ours?.push(ms ?? 0);
    if (run > 0) settled?.push(settledMs ?? 0);
    if (place.plain === undefined) continue;
    const peer = await place.device();
    await peer.call('theirs', 'saveMany', documents);
    const peerMs = await peer.call('theirs', 'send', place.plainUrl);
    await peer.close();
    if (run === 0) continue;
    theirs?.push(peerMs);
    ratios?.push((ms ?? 0) / peerMs);
    settledRatios?.push((settledMs ?? 0) / peerMs);
  }
  const name = `send ${documents.toLocaleString('en')} documents written offline, ${place.store.name}`;
  const lines = [
    measurement(ours ?? [], { group, name: `${name}: acknowledged`, unit: 'ms' }),
    measurement(settled ?? [], { group, name: '  and nothing left in the journal', unit: 'ms' }),
  ];
  if (place.plain === undefined) return lines;
  const ratio = { group, unit: '×', budget: 0.35 } as const;
  return [
    ...lines,
    measurement(theirs ?? [], { group, name: '  PouchDB straight to CouchDB', unit: 'ms' }),
    measurement(ratios ?? [], { ...ratio, name: '  acknowledged ÷ PouchDB' }),
    measurement(settledRatios ?? [], { group, unit: '×', name: '  nothing left in the journal ÷ PouchDB' }),
  ];
}
