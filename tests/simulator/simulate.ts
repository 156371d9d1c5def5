import { documentTypes, seededRandom, type AnyDocument, type Random } from '@revops/domain';
import { actKinds, arbitraryOf } from '@revops/domain/testing';
import { createAccounts, type SignedIn } from './accounts.ts';
import { People } from './people.ts';
import { Phone } from './phone.ts';
import { BrokenPromise } from './broken-promise.ts';
import { checkNothingLost, checkPromises, checkTotals } from './promises.ts';
import { WorkshopServer } from './workshop-server.ts';

const START_MS = Date.parse('2026-05-01T04:00:00.000Z');
const MINUTE_MS = 60_000;

/** Accounts are made once per process; every seed starts from a copy of that server's folder. */
export interface Template {
  readonly server: WorkshopServer;
  readonly people: readonly SignedIn[];
}

export async function createTemplate(): Promise<Template> {
  // A registered type without a generator stops here.
  for (const { type } of documentTypes) arbitraryOf(type);
  const server = await WorkshopServer.open(() => START_MS);
  const people = await createAccounts(server);
  await server.close();
  return { server, people };
}

/** What a run leaves behind: how much happened, and the trace of it. */
export interface Outcome {
  readonly seed: number;
  readonly trace: readonly string[];
  readonly saved: number;
  readonly refused: number;
  readonly documents: number;
}

interface World {
  readonly random: Random;
  readonly server: WorkshopServer;
  readonly phones: readonly Phone[];
  readonly people: People;
  readonly trace: (line: string) => void;
  readonly pass: (ms: number) => void;
}

let runs = 0;

async function openWorld(seed: number, template: Template, trace: (line: string) => void): Promise<World> {
  const random = seededRandom(seed);
  let nowMs = START_MS + MINUTE_MS;
  const pass = (ms: number): void => void (nowMs += ms);
  const server = await WorkshopServer.open(() => nowMs, template.server.dataDir);
  runs += 1;
  const users = [...new Set(template.people.map((person) => person.session.user.id))];
  let ownerToken = (): Promise<string> => Promise.reject(new Error('no owner yet'));
  const people = new People({ server, devices: template.people, ownerToken: () => ownerToken() });
  const phones = await Promise.all(
    template.people.map((signedIn) =>
      Phone.open({
        signedIn,
        server,
        people,
        random,
        trace,
        worldNow: () => nowMs,
        passTime: pass,
        colleagues: users.filter((id) => id !== signedIn.session.user.id),
        diskName: `${runs}-${signedIn.label}`,
      }),
    ),
  );
  const [owner] = phones;
  if (owner !== undefined) ownerToken = () => owner.accessToken();
  return { random, server, phones, people, trace, pass };
}

const syncWithFaults = async ({ random }: World, phone: Phone): Promise<void> => {
  phone.transport.faultShare = random.chance(0.6) ? 0.12 : 0;
  const between = async (): Promise<void> => {
    if (random.chance(0.04)) await phone.act(random.pick(actKinds));
  };
  await phone.sync(random.chance(0.35) ? random.between(0, 25) : undefined, between);
};

/** Money and jobs are the point, so they are tried more often than the rest. */
const favourites = [
  'open_job',
  'take_payment',
  'take_payment',
  'move_job',
  'edit_job',
  'add_note',
  'decide_payment',
  'cancel_payment',
  'reassign_job',
] as const;

async function actSome({ random }: World, phone: Phone): Promise<void> {
  let wanted = random.between(1, 4);
  for (let tries = 0; wanted > 0 && tries < 12; tries += 1) {
    const kind = random.chance(0.03) ? 'forge' : random.pick(random.chance(0.6) ? favourites : actKinds);
    if (await phone.act(kind)) wanted -= 1;
  }
}

/** The owner removes a person, takes one back or gives another role; phones hear of it when they sync. */
async function changePeople({ random, server, phones, people, trace }: World): Promise<void> {
  const managers = [...new Set(phones.slice(1).map((phone) => phone.user.id))];
  const userId = random.pick(managers);
  if (!server.isUp) return;
  if (people.isRemoved(userId)) {
    await people.takeBack(userId);
    trace(`  ${userId} is taken back`);
  } else if (random.chance(0.5)) {
    await people.remove(userId);
    trace(`  ${userId} is removed`);
  } else trace(`  ${userId} is now ${await people.swapRole(userId)}`);
}

async function happen(world: World): Promise<void> {
  const { random, server, phones, trace, pass } = world;
  pass(random.between(1, 20) * MINUTE_MS);
  const phone = random.pick(phones);
  const chance = random.next();
  if (chance < 0.42) await actSome(world, phone);
  else if (chance < 0.5) await changePeople(world);
  else if (chance < 0.8) await syncWithFaults(world, phone);
  else if (chance < 0.88) await Promise.all(phones.map((one) => syncWithFaults(world, one)));
  else if (chance < 0.93) await phone.kill();
  else if (chance < 0.96) await server.kill();
  else phone.skewMs = random.between(-4, 4) * MINUTE_MS;
  if (!server.isUp) {
    trace('  the server is down');
    if (random.chance(0.7)) await server.start();
  }
  const disk = await phone.disk();
  checkNothingLost(phone, disk);
  checkTotals(phone, disk);
}

/** The network works, the server runs, everybody syncs until nothing moves any more. */
async function heal({ server, phones, people, trace, pass }: World): Promise<void> {
  trace('heal');
  await server.start();
  pass(60 * MINUTE_MS);
  await people.takeAllBack();
  for (const phone of phones) phone.transport.faultShare = 0;
  for (let round = 0; round < 3; round += 1) await syncAll(phones);
}

async function syncAll(phones: readonly Phone[]): Promise<void> {
  for (const phone of phones) await phone.sync();
}

async function checkStored(world: World, workshopId: string): Promise<readonly AnyDocument[]> {
  const [documents, kept] = [
    await world.server.documents(workshopId),
    await world.server.quarantined(workshopId),
  ];
  await checkPromises(world.phones, documents, kept);
  return documents;
}

/** Entries of a moved job may trail behind it until the sweeper has seen what a kill cut short. */
async function checkSettled(world: World, workshopId: string): Promise<readonly AnyDocument[]> {
  try {
    return await checkStored(world, workshopId);
  } catch (error) {
    if (!(error instanceof BrokenPromise)) throw error;
    world.trace(`  not yet: ${error.message.slice(0, 100)}`);
    await world.server.swept(workshopId);
    await syncAll(world.phones);
    return checkStored(world, workshopId);
  }
}

/** One random history of four devices and a server; throws what was broken, with seed and trace. */
export async function simulate(seed: number, template: Template, events = 40): Promise<Outcome> {
  const lines: string[] = [];
  const world = await openWorld(seed, template, (line) => lines.push(line));
  try {
    for (let event = 1; event <= events; event += 1) {
      lines.push(`event ${event}`);
      await happen(world);
    }
    await heal(world);
    const workshopId = template.people[0]?.session.workshop.id ?? '';
    const documents = await checkSettled(world, workshopId);
    const saved = world.phones.reduce((sum, phone) => sum + phone.saved.length, 0);
    const refused = world.phones.reduce((sum, phone) => sum + phone.transport.refused.size, 0);
    return { seed, trace: lines, saved, refused, documents: documents.length };
  } catch (error) {
    throw new Error(`seed ${seed} broke after:\n${lines.join('\n')}\n${String(error)}`, { cause: error });
  } finally {
    for (const phone of world.phones) await phone.remove();
    await world.server.remove();
  }
}
