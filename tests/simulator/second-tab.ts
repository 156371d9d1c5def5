import { actOnce } from './act-some.ts';
import { check } from './broken-promise.ts';
import type { Phone } from './phone.ts';
import { readEverything } from './phone-disk.ts';

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A tab in the background stops between two steps; another one takes the engine over, and then the first wakes up. */
export async function frozenTab(phone: Phone): Promise<void> {
  const { luck, trace, counts } = phone.options;
  let left = luck.between(1, 14);
  let thaw: () => void = () => undefined;
  let freeze: () => void = () => undefined;
  const thawed = new Promise<void>((resolve) => (thaw = resolve));
  const frozen = new Promise<'frozen'>((resolve) => (freeze = () => resolve('frozen')));
  const first = await phone.openTab({
    async between() {
      if ((left -= 1) > 0) return;
      freeze();
      await thawed;
    },
  });
  const ended = first.sync();
  if ((await Promise.race([frozen, ended])) !== 'frozen') return;
  counts.add('second_tab_frozen');
  // What was on its way to the disk when the tab froze arrives.
  await rest(3);
  await actOnce(phone);
  trace(`  a second tab of ${phone.label} takes over`);
  await phone.sync();
  const before = await readEverything(phone.db);
  thaw();
  trace(`  the first tab of ${phone.label} wakes up: ${await ended}`);
  const after = await readEverything(phone.db);
  check(before === after, () => `fence: a tab of ${phone.label} wrote after another one had taken over`);
}

/** Both tabs run for a while: the first has not noticed yet that the lock was stolen. */
export async function tabsBeside(phone: Phone): Promise<void> {
  const { luck, trace, counts } = phone.options;
  counts.add('second_tab_beside');
  let second: Promise<string> | undefined;
  let left = luck.between(1, 10);
  const first = await phone.openTab({
    async between() {
      left -= 1;
      if (left === 0) second = phone.openTab().then((tab) => tab.sync());
      return Promise.resolve();
    },
  });
  const outcome = await first.sync();
  trace(`  two tabs of ${phone.label}: ${outcome}, ${await second}`);
  await phone.transport.settle();
}
