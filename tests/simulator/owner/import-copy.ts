import { ok } from '@revops/domain';
import { BringIn, type BringInCalls, type BroughtIn } from '@revops/pwa/data/device-copy/bring-in.ts';
import type { DeviceCopy } from '@revops/pwa/data/device-copy/copy-format.ts';
import { checkedFile } from '@revops/pwa/data/device-copy/put-file.ts';
import { check } from '../broken-promise.ts';
import type { Luck } from '../luck.ts';
import type { People } from '../people.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';
import { copyOfPhone } from './copy-of-phone.ts';

/** The calls of the owner's app, over a network that works. */
const callsOf = (people: People): BringInCalls => ({
  ask: async ({ method, path, body, answer }) => {
    const given = await people.ask(method, path, body);
    return ok((answer === undefined ? undefined : answer.parse(given)) as never);
  },
  async putFile(copied) {
    const file = await checkedFile(copied);
    if (file === undefined) return ok('refused');
    const status = await people.putFile(file);
    return ok(status === 201 ? 'stored' : status === 200 ? 'known' : 'refused');
  },
});

async function bringIn(people: People, copy: DeviceCopy): Promise<BroughtIn> {
  const answer = await new BringIn(copy, callsOf(people)).run(() => undefined);
  if (!answer.ok) throw new Error(`bringing a file in answered ${answer.reason}`);
  return answer.value;
}

const news = ({ documents, listed, files }: BroughtIn): number =>
  documents.filter(({ result }) => result === 'stored').reduce((sum, { count }) => sum + count, 0) +
  listed +
  files.stored;

/** A phone gives away all that only it has, and an owner brings it in: twice, which must change nothing. */
export async function importCopy(world: World, phone: Phone, luck: Luck): Promise<void> {
  const { server, people, counts, trace, owner } = world;
  owner.copies.push({ phone, copy: await copyOfPhone(phone) });
  if (!server.isUp) return;
  // Now and then a file turns up that lay in the mail for days.
  const { phone: from, copy } = luck.chance(0.3)
    ? luck.pick(owner.copies)
    : (owner.copies.at(-1) as (typeof owner.copies)[number]);
  const first = news(await bringIn(people, copy));
  const second = news(await bringIn(people, copy));
  check(second === 0, () => `import: the file of ${from.label} brought ${second} things a second time`);
  counts.add('copy_imported');
  trace(`  the file of ${from.label} is brought in: ${first} of ${copy.journal.length} were new`);
}
