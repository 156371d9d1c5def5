import type { AnyDocument } from '@revops/domain';
import { BrokenPromise, check } from './broken-promise.ts';
import type { CountsRecord } from './counts.ts';
import { happen } from './happen.ts';
import { historyOf, type SimEvent } from './history.ts';
import type { Phone } from './phone.ts';
import { checkCounter, checkNothingLost, checkPromises, checkServerNow, checkTotals } from './promises.ts';
import { openWorld, type Template, type World } from './world.ts';

const MINUTE_MS = 60_000;

/** What a run leaves behind: how much happened, and the trace of it. */
export interface Outcome {
  readonly trace: readonly string[];
  readonly saved: number;
  readonly refused: number;
  readonly documents: number;
  readonly counts: CountsRecord;
  /** What was broken, in words; undefined when every promise held. */
  readonly broken?: string;
}

/** What has to hold at any moment, however broken everything else is. */
async function checkAlong(world: World, event: SimEvent, phone: Phone): Promise<void> {
  const touched = event.kind === 'sync_all' ? world.phones : [phone];
  for (const one of touched) {
    const disk = await one.disk();
    checkNothingLost(one, disk);
    checkTotals(one, disk);
    checkCounter(one, disk);
  }
  if (event.kind === 'kill_server' || event.seed % 4 === 0) await checkServerNow(world);
}

async function syncAll({ phones }: World): Promise<void> {
  for (const phone of phones) await signedInSync(phone);
}

/** The network works, the server runs, everybody syncs until nothing moves any more. */
async function heal(world: World): Promise<void> {
  const { server, phones, people, trace, pass } = world;
  trace('heal');
  await server.start();
  pass(60 * MINUTE_MS);
  await people.takeAllBack();
  for (const phone of phones) {
    phone.transport.faultShare = 0;
    phone.faults.heal();
    await phone.transport.settle();
    if (!phone.session.isSignedIn) await phone.session.signIn(phone.db);
  }
  for (let round = 0; round < 3; round += 1) await syncAll(world);
  // After a restore the owner accepts what phones bring; that may let more of it be sent.
  for (let round = 0; round < 3 && (await people.acceptOffers()) > 0; round += 1) {
    trace('  the owner accepts what was offered');
    await syncAll(world);
    await syncAll(world);
  }
  for (const phone of phones) {
    const outcome = await signedInSync(phone);
    check(outcome === 'synced', () => `healed, and ${phone.label} ends with ${outcome}`);
  }
}

/** Two phones with one session end it; people sign in again. */
async function signedInSync(phone: Phone): Promise<string> {
  const outcome = await phone.sync();
  if (!outcome.startsWith('SignedOutError')) return outcome;
  await phone.session.signIn(phone.db);
  return phone.sync();
}

/** Entries of a moved job may trail behind it until the sweeper has seen what a kill cut short. */
async function checkSettled(world: World): Promise<readonly AnyDocument[]> {
  try {
    return await checkPromises(world);
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    world.trace(`  not yet: ${error.message.slice(0, 100)}`);
    await world.server.swept(world.workshopId);
    await syncAll(world);
    return checkPromises(world);
  }
}

/** Lets these events happen to four devices and a server, heals everything and checks the promises. */
export async function replay(events: readonly SimEvent[], template: Template): Promise<Outcome> {
  const trace: string[] = [];
  const world = await openWorld(template, (line) => trace.push(line));
  let documents: readonly AnyDocument[] = [];
  let broken: string | undefined;
  try {
    for (const [index, event] of events.entries()) {
      trace.push(`event ${index + 1}`);
      await checkAlong(world, event, await happen(world, event));
    }
    await heal(world);
    documents = await checkSettled(world);
  } catch (error) {
    broken = error instanceof BrokenPromise ? error.message : String((error as Error).stack ?? error);
  } finally {
    for (const phone of world.phones) await phone.remove();
    await world.server.remove();
  }
  const sum = (count: (phone: Phone) => number): number =>
    world.phones.reduce((total, phone) => total + count(phone), 0);
  return {
    trace,
    saved: sum((phone) => phone.saved.length),
    refused: sum((phone) => phone.transport.told.refused.size),
    documents: documents.length,
    counts: world.counts.record,
    ...(broken === undefined ? {} : { broken }),
  };
}

/** One random history. */
export const simulate = (seed: number, template: Template, count = 40, without?: string): Promise<Outcome> =>
  replay(historyOf(seed, count, without), template);
