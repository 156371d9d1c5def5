import type { World } from '../world.ts';

/** An owner's phone tells a restored server what was erased, also one whose person became an owner only since. */
export async function noteTold({ server, owner, phones, workshopId }: World): Promise<void> {
  // What still lingers on a network may kill the server at any moment.
  const told = server.isUp ? await server.erasedIds(workshopId).catch(() => []) : [];
  for (const id of told) owner.erased.add(id);
  owner.forgetErased(phones);
}
