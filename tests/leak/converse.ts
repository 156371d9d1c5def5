import { documentTypes, type AnyDocument } from '@revops/domain';
import type { Phone } from '@revops/sync-server/testing';
import type { Person } from './cast.ts';
import { isListed, listedByRest, pulledByRest } from './rest-lists.ts';
import type { World } from './world.ts';

type Stored = AnyDocument & { readonly _rev: string };

const names = (documents: Iterable<Stored>): string[] =>
  [...documents].map((document) => `${document._id} ${document._rev}`).toSorted();

const idsOf = (documents: readonly Stored[]): string[] => documents.map(({ _id }) => _id).toSorted();

function difference(
  who: string,
  where: string,
  found: readonly string[],
  expected: readonly string[],
): readonly string[] {
  const [have, want] = [new Set(found), new Set(expected)];
  return [
    ...expected.filter((name) => !have.has(name)).map((name) => `${who} does not find ${name} by ${where}`),
    ...found
      .filter((name) => !want.has(name))
      .map((name) => `${who} finds ${name} by ${where} without right`),
  ];
}

/** That nothing is denied which is allowed, and that a client which follows the feed ends with exactly its share. */
export async function denials(world: World, person: Person): Promise<readonly string[]> {
  const replica = world.replicas.get(person.name);
  if (replica === undefined) return [];
  const may = await replica.pull(person.phone);
  if (may !== person.isMember) return [`${person.name} ${may ? 'may still read' : 'is refused'}`];
  if (!may) return [];
  const expected = world.readableBy(person);
  const who = `${person.name} (${person.role})`;
  // All types each time would be most of this test; each has its turn.
  const { type } = world.random.pick(documentTypes);
  return [
    ...difference(who, 'following _changes', names(replica.documents.values()), names(expected)),
    ...difference(who, '_bulk_get', await byBulkGet(world, person.phone), names(expected)),
    ...difference(who, 'ids', await byIds(person.phone), names(expected)),
    ...difference(who, 'lists', await listedByRest(world, person.phone), idsOf(expected.filter(isListed))),
    ...difference(
      who,
      `data of ${type}`,
      await pulledByRest(world, person.phone, type),
      names(expected.filter((document) => document.type === type)),
    ),
    ...(await missingFiles(world, person.phone, expected)).map(
      (hash) => `${who} is not given the file ${hash}`,
    ),
    ...(await unknownRevisions(person.phone, expected)).map((id) => `${who} is told that ${id} is missing`),
  ];
}

async function byBulkGet(world: World, phone: Phone): Promise<string[]> {
  const docs = [...world.documents.keys()].map((id) => ({ id }));
  const answer = await phone.call<{ results: { docs: { ok?: Stored & { _deleted?: true } }[] }[] }>(
    '/_bulk_get',
    {
      body: { docs },
    },
  );
  return names(
    answer.body.results.flatMap((row) =>
      row.docs.flatMap(({ ok }) => (ok && ok._deleted !== true ? [ok] : [])),
    ),
  );
}

async function byIds(phone: Phone): Promise<string[]> {
  const found: string[] = [];
  for (let after = ''; ;) {
    const query = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const { status, body } = await phone.call<{ rows: { id: string; rev: string }[]; next?: string }>(
      `/ids?limit=20${query}`,
    );
    if (status !== 200) throw new Error(`ids answered ${status}`);
    found.push(...body.rows.map(({ id, rev }) => `${id} ${rev}`));
    if (body.next === undefined) return found.toSorted();
    after = body.next;
  }
}

async function missingFiles(
  world: World,
  phone: Phone,
  documents: readonly Stored[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { hash, marker } of world.files) {
    if (!documents.some((document) => String(document['thumbnail']).includes(marker))) continue;
    const { accessToken: token } = phone.session;
    const answer = await world.server.call<string>(`/api/files/${hash}`, { token });
    if (answer.status !== 200 || !answer.body.includes(marker)) missing.push(hash);
  }
  return missing;
}

async function unknownRevisions(phone: Phone, documents: readonly Stored[]): Promise<readonly string[]> {
  const body = Object.fromEntries(documents.map(({ _id, _rev }) => [_id, [_rev]]));
  const answer = await phone.call('/_revs_diff', { body });
  return Object.keys(answer.body);
}
