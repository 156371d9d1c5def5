import type { Person } from './cast.ts';
import { attemptsOf, type Knowledge } from './attempts.ts';
import type { Asked, RawClient, Told } from './raw-request.ts';
import { opens } from './rights-model.ts';
import type { Moment } from './secrets.ts';
import type { World } from './world.ts';

/** So many at once per person: a phone that asks everything as fast as it can. */
const atOnce = 8;

/** What this person could ask, knowing every id and revision there ever was. */
export function knowledgeOf(world: World, person: Person, sampled: number): Knowledge {
  const { secrets, random } = world;
  const ids = secrets.ids.slice(-1500);
  const sample = Array.from({ length: Math.min(sampled, ids.length) }, () => random.pick(ids));
  return {
    workshopId: world.workshopId,
    otherWorkshopId: world.otherWorkshopId,
    people: world.cast.people.map(({ userId, phone }) => ({
      userId,
      deviceId: phone.session.device?.id ?? '',
    })),
    ids,
    revisionsOf: (id) => [...secrets.revisionsOf(id)].slice(-6),
    sample,
    notes: world.notes,
    hashes: world.files.map((file) => file.hash),
    since: world.replicas.get(person.name)?.since ?? '0',
  };
}

/** Asks everything and names what was told that this person must not know. */
export async function interrogate(
  world: World,
  client: RawClient,
  person: Person,
  moments: readonly Moment[],
  sampled: number,
): Promise<readonly string[]> {
  const attempts = attemptsOf(knowledgeOf(world, person, sampled));
  const found: string[] = [];
  for (let at = 0; at < attempts.length; at += atOnce) {
    const some = attempts.slice(at, at + atOnce);
    const answers = await Promise.all(
      some.map((asked) => client.ask(asked, person.phone.session.accessToken)),
    );
    for (const [index, told] of answers.entries())
      found.push(...judge(world, person, moments, some[index] as Asked, told));
  }
  return found;
}

/** What one answer says that it must not. */
export function judge(
  world: World,
  person: Person,
  moments: readonly Moment[],
  asked: Asked,
  told: Told,
): readonly string[] {
  const said = `${decodeURIComponent(asked.path.replaceAll(/%(?![0-9A-Fa-f]{2})/g, '%25'))} ${asked.body ?? ''}`;
  const name = `${person.name} (${person.role}${person.isMember ? '' : ', removed'}) ${asked.method} ${asked.path.slice(0, 160)}`;
  const secrets = world.secrets.leaks(told.text, person.name, moments, said);
  const revisions = hiddenRevisions(world, person, moments, told.text).filter((hash) => !said.includes(hash));
  const broken = told.status >= 500 && told.status !== 503 ? [`${name} answers ${told.status}`] : [];
  return [
    ...secrets.map((marker) => `${name} tells ${marker} of ${world.secrets.whereabouts(marker)}`),
    ...revisions.map((hash) => `${name} tells the revision ${hash}`),
    ...broken,
  ];
}

/** Revisions of documents that this person neither reads nor ever lost; whoever lost one is told its leaf. */
function hiddenRevisions(
  world: World,
  person: Person,
  moments: readonly Moment[],
  text: string,
): readonly string[] {
  const hashes = new Set(text.match(/[0-9a-f]{32}/g));
  return [...hashes].filter((hash) => {
    const id = world.secrets.documentOf(hash);
    if (id === undefined) return false;
    const was = world.documents.get(id)?.was ?? [];
    return !moments.some((moment) => {
      const keys = moment.keys.get(person.name) ?? [];
      const readable = (moment.access.get(id) ?? []).some((leaf) => opens(keys, leaf));
      return readable || opens(keys, was);
    });
  });
}
