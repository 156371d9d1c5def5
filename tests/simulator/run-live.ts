import { actOnce } from './act-some.ts';
import type { Phone } from './phone.ts';
import { deathOf } from './sync-with-faults.ts';

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The app is open for a while: it follows the feed, its person works, the phone sleeps and wakes up. */
export async function runLive(phone: Phone): Promise<void> {
  const { luck, trace, counts } = phone.options;
  phone.transport.faultShare = luck.chance(0.5) ? 0.1 : 0;
  const tab = await phone.openTab({ death: deathOf(phone) });
  const outcome = await tab.live(async (engine) => {
    for (let turns = luck.between(1, 4); turns > 0; turns -= 1) {
      if (await actOnce(phone)) phone.db.topics.wake();
      await rest(30);
      if (!luck.chance(0.4)) continue;
      counts.add('woken_up');
      engine.restart();
    }
    if (luck.chance(0.3)) await engine.stop();
  });
  phone.transport.faultShare = 0;
  trace(`  ${phone.label} was open: ${outcome}`);
  // Sooner or later the system ends it without a word.
  await phone.kill();
  await phone.transport.settle();
}
