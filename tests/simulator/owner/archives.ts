import type { Luck } from '../luck.ts';
import type { Phone } from '../phone.ts';
import { notePutBack } from '../restores.ts';
import type { World } from '../world.ts';

/** Our own tool takes a verified archive while the server runs. */
export async function takeArchive({ server, people, counts, trace, owner }: World): Promise<void> {
  if (!server.isUp) return;
  owner.archive = { path: await server.takeArchive(), people: people.snapshot() };
  counts.add('archive_taken');
  trace('  an archive is taken');
}

/** Our own tool brings it back: in the place of what is there, or on a machine that has nothing. */
export async function restoreArchive(world: World, _phone: Phone, luck: Luck): Promise<void> {
  const { server, people, counts, trace, owner } = world;
  if (owner.archive === undefined) return;
  const onto = luck.chance(0.5) ? 'replaced' : 'empty';
  await server.restoreArchive(owner.archive.path, onto);
  people.becomeAgain(owner.archive.people);
  counts.add('archive_restored');
  trace(`  the archive is brought back: ${onto}`);
  await notePutBack(world);
}
