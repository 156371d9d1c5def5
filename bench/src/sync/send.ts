import { newTeam } from '../gateway/people.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import type { Place } from './place.ts';

const group = 'sync';
const documents = 1000;
const runs = 6;

/** A day's work written without signal leaves the phone. */
export async function send(place: Place): Promise<Measurement[]> {
  const [ours, theirs, ratios]: number[][] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    const { manager } = await newTeam(place.gatewayUrl);
    const phone = await place.device();
    await phone.open(manager);
    await phone.call('ours', 'pull');
    const written = await phone.call('ours', 'saveMany', documents);
    const ms = ((await phone.call('ours', 'send')) / written) * 1000;
    await phone.close();
    if (run > 0) ours?.push(ms);
    if (place.plain === undefined) continue;
    const peer = await place.device();
    await peer.call('theirs', 'saveMany', documents);
    const peerMs = await peer.call('theirs', 'send', place.plainUrl);
    await peer.close();
    if (run === 0) continue;
    theirs?.push(peerMs);
    ratios?.push(ms / peerMs);
  }
  const name = `send ${documents.toLocaleString('en')} documents written offline, ${place.store.name}`;
  return [
    measurement(ours ?? [], { group, name, unit: 'ms' }),
    ...(place.plain === undefined
      ? []
      : [
          measurement(theirs ?? [], { group, name: '  PouchDB straight to CouchDB', unit: 'ms' }),
          measurement(ratios ?? [], { group, name: '  ours ÷ PouchDB', unit: '×', budget: 0.35 }),
        ]),
  ];
}
