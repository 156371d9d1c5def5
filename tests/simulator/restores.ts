import type { Phone } from './phone.ts';
import type { World } from './world.ts';

/** The files are copied while the server stands still. */
export async function backUp(world: World): Promise<void> {
  const { server, people, trace } = world;
  if (!server.isUp) return;
  await server.backUp();
  world.copied = people.snapshot();
  trace('  the server is copied');
}

/** The copied files come in the place of the present ones: everything since is gone from the server. */
export async function restoreFiles(world: World, _phone: Phone): Promise<void> {
  const { server, people, counts, trace, copied } = world;
  if (copied === undefined) return;
  await server.restoreFiles();
  people.becomeAgain(copied);
  counts.add('old_files_restored');
  trace('  the server is put back to its copy');
  await notePutBack(world);
}

/** What is on no phone any more is gone for good; an erasure that nobody remembers, and a sign-out, never were. */
export async function notePutBack(world: World): Promise<void> {
  const { server, phones, rollback, owner, workshopId } = world;
  const [documents, kept] = [await server.documents(workshopId), await server.quarantined(workshopId)];
  await keepErased(world);
  const closed = new Set(documents.filter(({ closed }) => closed === true).map(({ _id }) => _id));
  for (const id of owner.revoked.keys()) if (!closed.has(`device:${id}`)) owner.revoked.delete(id);
  await rollback.note(phones, documents, kept);
}

/** The log of erasures stands apart; where its files were put back too, owners' phones have not forgotten. */
async function keepErased({ server, people, phones, owner, workshopId }: World): Promise<void> {
  const known = new Set(await server.erasedIds(workshopId));
  for (const phone of phones)
    if (people.isOwner(phone.user.id)) for (const id of await phone.erased()) known.add(id);
  // What phones forgot of it meanwhile, they forgot by design.
  owner.forgetErased(phones);
  for (const id of owner.erased) if (!known.has(id)) owner.erased.delete(id);
}
