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
    await takeBack({ people, counts, trace }, userId);
  } else if (luck.chance(0.5)) {
    await people.remove(userId);
    counts.add('person_removed');
    trace(`  ${userId} is removed`);
  } else {
    await giveOtherRole({ people, counts, trace }, userId);
  }
}

/** The person's next sync has another view. Not the first owner's: somebody has to be left who decides. */
export async function changeRights(world: World, userId: string): Promise<void> {
  if (userId === world.phones[0]?.user.id) return;
  await (world.people.isRemoved(userId) ? takeBack(world, userId) : giveOtherRole(world, userId));
}

async function takeBack(
  { people, counts, trace }: Pick<World, 'people' | 'counts' | 'trace'>,
  userId: string,
): Promise<void> {
  await people.takeBack(userId);
  counts.add('person_taken_back');
  trace(`  ${userId} is taken back`);
}

async function giveOtherRole(
  { people, counts, trace }: Pick<World, 'people' | 'counts' | 'trace'>,
  userId: string,
): Promise<void> {
  trace(`  ${userId} is now ${await people.swapRole(userId)}`);
  counts.add('role_changed');
}
