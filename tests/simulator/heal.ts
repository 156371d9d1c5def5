import type { AnyDocument } from '@revops/domain';
import { BrokenPromise, check } from './broken-promise.ts';
import { checkErased, checkRevoked } from './owner/check-owner.ts';
import { noteTold } from './owner/note-told.ts';
import type { Phone } from './phone.ts';
import { checkPromises } from './promises.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;

async function syncAll({ phones }: World): Promise<void> {
  for (const phone of phones) await signedInSync(phone);
}

/** The network works, the server runs, everybody syncs until nothing moves any more. */
export async function heal(world: World): Promise<void> {
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
export async function checkSettled(world: World): Promise<readonly AnyDocument[]> {
  await noteTold(world);
  try {
    return await checkAll(world);
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    world.trace(`  not yet: ${error.message.slice(0, 100)}`);
    await world.server.swept(world.workshopId);
    await syncAll(world);
    return checkAll(world);
  }
}

async function checkAll(world: World): Promise<readonly AnyDocument[]> {
  world.owner.forgetErased(world.phones);
  const documents = await checkPromises(world);
  await checkErased(world);
  await checkRevoked(world);
  return documents;
}
