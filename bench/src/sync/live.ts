import { newTeam } from '../gateway/people.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import type { Device, Place } from './place.ts';

const group = 'sync';
const rounds = 30;
/** Both sides are waiting for news again. */
const restMs = 300;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** From the Save on one device to the row on the other. @returns ms of each round. */
async function hear(side: 'ours' | 'theirs', from: Device, to: Device): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await pause(restMs);
    const heard = to.call(side, side === 'ours' ? 'nextJob' : 'nextDocument');
    // The call has to have arrived in the worker before anything is saved.
    await pause(50);
    const savedAt = await from.call(side, 'saveNow');
    values.push((await heard) - savedAt);
  }
  return values.slice(1);
}

async function ourHearing(place: Place): Promise<number[]> {
  const { owner, manager } = await newTeam(place.gatewayUrl);
  const [desk, phone] = [await place.device(), await place.device()];
  for (const [device, person] of [
    [desk, owner],
    [phone, manager],
  ] as const) {
    await device.open(person);
    await device.call('ours', 'pull');
    await device.call('ours', 'start');
  }
  await pause(1000);
  const values = await hear('ours', phone, desk);
  for (const device of [desk, phone]) await device.close();
  return values;
}

async function theirHearing(place: Place): Promise<number[]> {
  const [to, from] = [await place.device(), await place.device()];
  for (const device of [to, from]) await device.call('theirs', 'startLive', place.plainUrl);
  await pause(2000);
  const values = await hear('theirs', from, to);
  for (const device of [to, from]) await device.close();
  return values;
}

/** A manager saves; the owner's open window shows it. */
export async function live(place: Place): Promise<Measurement[]> {
  const ours = await ourHearing(place);
  const name = `saved on A → a row on B, ${place.store.name}`;
  const first = measurement(ours, { group, name, unit: 'ms' });
  if (place.plain === undefined) return [first];
  const peer = measurement(await theirHearing(place), {
    group,
    name: '  PouchDB live through CouchDB',
    unit: 'ms',
  });
  const ratio = { group, unit: '×', budget: 1.3 } as const;
  return [
    first,
    peer,
    measurement([first.value / peer.value], { ...ratio, name: '  ours ÷ PouchDB, median' }),
    measurement([(first.p95 ?? 0) / (peer.p95 ?? 1)], { ...ratio, name: '  ours ÷ PouchDB, p95' }),
  ];
}
