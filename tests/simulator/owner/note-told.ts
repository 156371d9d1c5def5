import type { World } from '../world.ts';

/** An owner's phone tells a restored server what was erased, also one whose person became an owner only since. */
export async function noteTold({ server, owner, phones, workshopId }: World): Promise<void> {
  if (server.isUp) for (const id of await server.erasedIds(workshopId)) owner.erased.add(id);
  owner.forgetErased(phones);
}
