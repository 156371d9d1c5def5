import type { World } from './world.ts';

/** The owner removes a person, takes one back or gives another role; phones hear of it when they sync. */
export async function changePeople({
  luck,
  server,
  phones,
  people,
  counts,
  trace,
  rollback,
}: World): Promise<void> {
  const managers = [...new Set(phones.map((phone) => phone.user.id))].filter(
    (id) => id !== phones[0]?.user.id,
  );
  const userId = luck.pick(managers);
  // Whoever goes before their phone has met the restored server takes along what only that phone could bring back.
  const isBehind = [...rollback.behind].some((phone) => phone.user.id === userId);
  if (!server.isUp || isBehind) return;
  if (people.isRemoved(userId)) {
    await people.takeBack(userId);
    counts.add('person_taken_back');
    trace(`  ${userId} is taken back`);
  } else if (luck.chance(0.5)) {
    await people.remove(userId);
    counts.add('person_removed');
    trace(`  ${userId} is removed`);
  } else {
    await giveOtherRole({ people, counts, trace }, userId);
  }
}

/** Not the first owner's: somebody has to be left who decides. */
export async function swapRoleOf(world: World, userId: string): Promise<void> {
  const { people, phones } = world;
  if (userId !== phones[0]?.user.id && !people.isRemoved(userId)) await giveOtherRole(world, userId);
}

async function giveOtherRole(
  { people, counts, trace }: Pick<World, 'people' | 'counts' | 'trace'>,
  userId: string,
): Promise<void> {
  trace(`  ${userId} is now ${await people.swapRole(userId)}`);
  counts.add('role_changed');
}
