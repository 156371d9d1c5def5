import { actSome } from './act-some.ts';
import { changePeople } from './change-people.ts';
import { diskFaults } from './fault-kinds.ts';
import type { EventKind, SimEvent } from './history.ts';
import { Luck } from './luck.ts';
import { runLive } from './run-live.ts';
import type { Phone } from './phone.ts';
import { backUp, restoreFiles } from './restores.ts';
import { sequels } from './sequels.ts';
import { frozenTab, tabsBeside } from './second-tab.ts';
import { syncWithFaults } from './sync-with-faults.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const mostPhones = 5;

async function syncOne({ rollback }: World, phone: Phone): Promise<void> {
  if ((await syncWithFaults(phone)) === 'synced') rollback.behind.delete(phone);
}

/** Everything that can happen, to one phone or to all. */
const happenings: Readonly<Record<EventKind, (world: World, phone: Phone) => Promise<void>>> = {
  act: (_world, phone) => actSome(phone),
  sync: syncOne,
  async sync_all(world) {
    await Promise.all(world.phones.map((phone) => syncOne(world, phone)));
  },
  change_people: changePeople,
  async kill_app({ counts, trace }, phone) {
    counts.add('kill_app');
    trace(`  ${phone.label} is killed`);
    await phone.kill();
  },
  async kill_server({ server, counts }) {
    counts.add('kill_server');
    await server.kill();
  },
  skew_clock({ counts, trace }, phone) {
    phone.skewMs = phone.options.luck.between(-DAY_MINUTES, DAY_MINUTES) * MINUTE_MS;
    counts.add('clock_skewed');
    trace(`  the clock of ${phone.label} is wrong by ${phone.skewMs / MINUTE_MS} minutes`);
    return Promise.resolve();
  },
  /** The server's time goes on and the phone's clock does not: a dead token is held for a living one. */
  async expire_token(world, phone) {
    await phone.session.accessToken().catch(() => undefined);
    world.pass(20 * MINUTE_MS);
    phone.skewMs -= 20 * MINUTE_MS;
    world.counts.add('token_expired');
    await actSome(phone);
    await syncOne(world, phone);
  },
  async end_session(world, phone) {
    phone.session.end();
    world.counts.add('session_ended');
    await actSome(phone);
    await syncOne(world, phone);
    if (world.server.isUp) await phone.session.signIn(phone.db).catch(() => undefined);
  },
  async dead_disk(world, phone) {
    const { luck } = phone.options;
    const fault = luck.pick(diskFaults);
    phone.faults.arm(fault, fault === 'replica_died' ? luck.between(1, 3) : luck.between(1, 10));
    await actSome(phone);
    await syncOne(world, phone);
    phone.faults.heal();
  },
  async full_disk(world, phone) {
    const { luck } = phone.options;
    const isTight = luck.chance(0.4);
    world.counts.add(isTight ? 'disk_tight' : 'disk_full');
    if (isTight) phone.faults.isTight = true;
    else phone.faults.isFull = true;
    await actSome(phone);
    await syncOne(world, phone);
    if (luck.chance(0.5)) await phone.kill();
    phone.faults.heal();
  },
  second_tab: (_world, phone) => (phone.options.luck.chance(0.6) ? frozenTab(phone) : tabsBeside(phone)),
  run_live: (_world, phone) => runLive(phone),
  async clone_phone({ phones, counts, trace, newDiskName }, phone) {
    if (phones.length >= mostPhones) return;
    counts.add('phone_cloned');
    const label = `${phone.label}-clone`;
    phones.push(await phone.clone(label, newDiskName(label)));
    trace(`  the storage of ${phone.label} is copied to ${label}`);
  },
  back_up: backUp,
  restore_files: restoreFiles,
};

/**
 * Faults that only now and then meet something to break come with ordinary events as well, by the event's own number:
 * whoever asked luck would change what happens in every history that broke once.
 */
function meetRareFault({ counts }: World, { kind, seed }: SimEvent, { faults }: Phone): () => void {
  if (kind === 'sync' && seed % 9 === 0) {
    faults.arm('replica_died', 1);
    return () => faults.heal();
  }
  if (kind !== 'act' || seed % 30 !== 0) return () => undefined;
  counts.add('disk_tight');
  faults.isTight = true;
  return () => faults.heal();
}

/** Lets one event happen. */
export async function happen(world: World, event: SimEvent): Promise<Phone> {
  const { phones, luck, server, trace, pass } = world;
  luck.beginAnew(event.seed);
  for (const [index, phone] of phones.entries()) phone.options.luck.beginAnew(event.seed + index + 1);
  const phone = phones[event.phone % phones.length] as Phone;
  pass(event.minutes * MINUTE_MS);
  trace(`  ${event.kind}`);
  const end = meetRareFault(world, event, phone);
  await happenings[event.kind](world, phone);
  end();
  for (const one of phones) await one.transport.untilDead();
  if (!server.isUp) {
    trace('  the server is down');
    if (luck.chance(0.7)) await server.start();
  }
  // Whoever is signed out signs in again after a while.
  if (server.isUp && !phone.session.isSignedIn && luck.chance(0.5))
    await phone.session.signIn(phone.db).catch(() => undefined);
  if (event.sequel !== undefined) await sequels[event.sequel](world, phone, new Luck(event.seed));
  return phone;
}
