import { killPoints } from './fault-kinds.ts';
import type { Luck } from './luck.ts';
import type { Phone } from './phone.ts';
import { changeRights } from './change-people.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;

/** What a phone has to do before it comes by a step at all; the rest comes with any sync that has something to send. */
type Preparation = 'live' | 'photo' | 'refused' | 'removed' | 'role' | 'work';

const preparations: readonly (readonly [RegExp, Preparation])[] = [
  [/:longpoll$/, 'live'],
  [/^upload:|:file$/, 'photo'],
  [/^refuse:/, 'refused'],
  [/^removal:|:quarantine$/, 'removed'],
  [/^sweep:|^fill:|^replica:|:ids$/, 'role'],
];

/** Only a phone that meets a server put back to an earlier day comes by these. */
const ofRestores = killPoints.filter((step) => /^reconcile:|:recovery$|:erasures$|:all_docs$/.test(step));
const ofAnyDay = killPoints.filter((step) => !ofRestores.includes(step));

const preparationOf = (step: string): Preparation =>
  preparations.find(([shape]) => shape.test(step))?.[1] ?? 'work';

const prepare: Readonly<Record<Preparation, (world: World, phone: Phone) => Promise<unknown>>> = {
  live: (_world, phone) => phone.act('open_job'),
  work: (_world, phone) => phone.act('open_job'),
  async photo(_world, phone) {
    await phone.act('open_job');
    await phone.act('add_photo');
  },
  async refused(_world, phone) {
    await phone.act('open_job');
    await phone.act('forge');
  },
  async role(world, phone) {
    await phone.act('open_job');
    await changeRights(world, phone.user.id);
  },
  async removed({ people, phones, rollback, counts, pass, trace }, phone) {
    const isBehind = [...rollback.behind].some(({ user }) => user.id === phone.user.id);
    if (phone.user.id === phones[0]?.user.id || isBehind) return;
    await phone.act('open_job');
    if (!people.isRemoved(phone.user.id)) {
      await people.remove(phone.user.id);
      counts.add('person_removed');
      trace(`  ${phone.user.id} is removed`);
    }
    // The second answer that all is kept ends what the phone holds; the first one comes a minute before.
    await phone.sync();
    pass(2 * MINUTE_MS);
  },
};

/** An app dies at a step that is named beforehand, so that apps die at every one of them in the course of a run. */
export async function killAtStep(world: World, meant: Phone, luck: Luck): Promise<void> {
  const { server, rollback, trace } = world;
  const [behind] = rollback.behind;
  const phone = behind ?? meant;
  const step = luck.pick(behind === undefined ? ofAnyDay : ofRestores);
  await server.start();
  if (!phone.session.isSignedIn) await phone.session.signIn(phone.db).catch(() => undefined);
  const preparation = preparationOf(step);
  if (behind === undefined) await prepare[preparation](world, phone).catch(ifDiskFails);
  trace(`  ${phone.label} is to die at ${step}`);
  if (preparation === 'live') await dieAlive(phone, step);
  else if ((await phone.sync({ death: { at: step } })) === 'synced') rollback.behind.delete(phone);
}

/** The server answers a poll after a second; a slow machine takes its time until one begins. */
const longestMs = 6000;

/** A poll begins only in an app that stays open. */
async function dieAlive(phone: Phone, step: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, longestMs)));
  const tab = await phone.openTab({ death: { at: step } });
  await tab.live(() => late);
  clearTimeout(timer);
  await phone.kill();
  await phone.transport.settle();
}

const ifDiskFails = (error: unknown): void => {
  if (!(error instanceof DOMException)) throw error;
};
