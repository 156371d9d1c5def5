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
  const { server, people, phones, counts, trace, rollback, copied, workshopId } = world;
  if (copied === undefined) return;
  await server.restoreFiles();
  people.becomeAgain(copied);
  counts.add('old_files_restored');
  trace('  the server is put back to its copy');
  const [documents, kept] = [await server.documents(workshopId), await server.quarantined(workshopId)];
  await rollback.note(phones, [...documents, ...kept]);
}
