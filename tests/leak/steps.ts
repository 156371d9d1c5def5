import { createHash } from 'node:crypto';
import {
  addNote,
  addPhoto,
  editJob,
  handOver,
  money,
  moveJob,
  type ActResult,
  type AnyDocument,
} from '@revops/domain';
import {
  actOf,
  asJob,
  bodyOf,
  changed,
  fresh,
  over,
  randomHash,
  typed,
  type WireDocument,
} from '@revops/sync-server/testing';
import type { Person } from './cast.ts';
import type { World } from './world.ts';

type Step = (world: World) => Promise<string | undefined>;
type Held = AnyDocument & { readonly _rev: string };

const held = (world: World, person: Person): readonly Held[] => [
  ...(world.replicas.get(person.name)?.documents.values() ?? []),
];

const jobsOf = (world: World, person: Person): readonly Held[] =>
  held(world, person).filter((document) => document.type === 'job');

function writer(world: World): Person | undefined {
  const writers = world.cast.people.filter((person) => person.writes);
  return writers.length === 0 ? undefined : world.random.pick(writers);
}

/** A writer and a job that this writer's phone holds, however old the phone's knowledge is. */
function atWork(world: World): readonly [Person, Held] | undefined {
  const person = writer(world);
  const jobs = person === undefined ? [] : jobsOf(world, person);
  return person === undefined || jobs.length === 0 ? undefined : [person, world.random.pick(jobs)];
}

/** An act's documents as the phone sends them: edits over what it holds, the rest new. */
function wiresOf(result: ActResult, holds: readonly Held[]): readonly WireDocument[] {
  return actOf(result).documents.map((document) => {
    const parent = holds.find((one) => one._id === document._id);
    return parent === undefined ? fresh(document) : over(parent, document);
  });
}

const said = (person: Person, what: string, codes: readonly string[]): string =>
  `${person.name} ${what}: ${codes.join(' ')}`;

const openJob: Step = async (world) => {
  const person = writer(world);
  if (person === undefined) return undefined;
  const desks = world.cast.people.filter((other) => other.writes);
  const desk = person.role === 'owner' ? { desk: world.random.pick(desks).userId } : {};
  const advance = { amount: money(500_00), method: 'cash' } as const;
  const documents = person.phone.openJob({
    plate: world.marker(),
    customerName: `Raj ${world.marker()}`,
    address: world.marker(),
    workDescription: world.marker(),
    internalNotes: world.marker(),
    ...(world.random.chance(0.5) ? { advance } : {}),
    ...desk,
  });
  return said(person, 'opens a job', await world.send(person, documents));
};

/** The same by other programs: the answers are judged as well, by what they tell. */
const openByRest: Step = async (world) => {
  const person = writer(world);
  if (person === undefined) return undefined;
  const { accessToken: token } = person.phone.session;
  const body = { vehicleNumber: world.marker(), customerName: `Raj ${world.marker()}`, advancePaid: 500_00 };
  const opened = await world.server.call<{ id?: string }>('/api/jobs', { token, body });
  const jobId = opened.body.id ?? '';
  const money = { jobId, amount: 100, kind: 'partial', method: 'upi', reference: world.marker() };
  const paid = await world.server.call('/api/payments', { token, body: { ...money, note: world.marker() } });
  const update = { internalNotes: world.marker(), status: 'in_progress' };
  const put = { method: 'PUT', token, body: update };
  const changed = await world.server.call(`/api/jobs/${jobId}`, put);
  return `${person.name} opens a job by REST: ${opened.status} ${paid.status} ${changed.status}`;
};

const edit: Step = async (world) => {
  const [person, job] = atWork(world) ?? [];
  if (person === undefined || job === undefined) return undefined;
  const technicians = world.cast.people.filter((other) => other.role === 'technician');
  const assigned = world.random.chance(0.5) ? { assigned: technicians.map((one) => one.userId) } : {};
  const result = editJob(person.phone.context, asJob(bodyOf(job)), {
    internalNotes: world.marker(),
    ...assigned,
  });
  if (!result.ok) return undefined;
  return said(person, 'edits a job', await world.send(person, wiresOf(result, held(world, person))));
};

const note: Step = async (world) => {
  const [person, job] = atWork(world) ?? [];
  if (person === undefined || job === undefined) return undefined;
  const result = addNote(person.phone.context, asJob(bodyOf(job)), world.marker());
  if (!result.ok) return undefined;
  return said(person, 'notes', await world.send(person, wiresOf(result, held(world, person))));
};

const pay: Step = async (world) => {
  const [person, job] = atWork(world) ?? [];
  if (person === undefined || job === undefined) return undefined;
  const documents = person.phone.pay(bodyOf(job), world.random.between(1, 900_00), {
    note: world.marker(),
    method: 'upi',
    utr: world.marker(),
  });
  return said(person, 'takes money', await world.send(person, documents));
};

/** An entry that names a file; its thumbnail tells the file's secret to whoever may read the entry, and to nobody else. */
async function nameFile(
  world: World,
  hash: string,
  size: number,
  markerOf: (person: Person) => string,
): Promise<Person | undefined> {
  const [person, job] = atWork(world) ?? [];
  if (person === undefined || job === undefined) return undefined;
  const thumbnail = `data:image/jpeg;base64,${markerOf(person)}`;
  const photo = { kind: 'before', sha256: hash, size, thumbnail } as const;
  const result = addPhoto(person.phone.context, asJob(bodyOf(job)), photo);
  if (!result.ok) return undefined;
  const codes = await world.send(person, wiresOf(result, held(world, person)));
  return codes.every((code) => code === 'ok') ? person : undefined;
}

const photograph: Step = async (world) => {
  const marker = world.marker();
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff, ...new TextEncoder().encode(marker));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const person = await nameFile(world, hash, bytes.length, () => marker);
  if (person === undefined) return undefined;
  world.files.push({ hash, marker, by: person.userId });
  const headers = { authorization: `Bearer ${person.phone.session.accessToken}` };
  const url = `${world.server.url}/api/files/${hash}`;
  const { status } = await fetch(url, { method: 'PUT', headers, body: bytes });
  return `${person.name} photographs ${hash.slice(0, 8)}: ${status}`;
};

/** Somebody who learned a hash names it in an entry of their own, without having the bytes; whoever took the photo may. */
const claimFile: Step = async (world) => {
  if (world.files.length === 0) return undefined;
  const { hash, marker, by } = world.random.pick(world.files);
  const markerOf = (person: Person): string => (person.userId === by ? marker : world.marker());
  const person = await nameFile(world, hash, 3 + marker.length, markerOf);
  return person && `${person.name} names the file ${hash.slice(0, 8)}`;
};

/** Late work: an entry on a phone that does not know where its job went. */
const moveStatus: Step = async (world) => {
  const [person, job] = atWork(world) ?? [];
  if (person === undefined || job === undefined) return undefined;
  const result = moveJob(
    person.phone.context,
    asJob(bodyOf(job)),
    world.random.pick(['in_progress', 'completed', 'delivered']),
    world.marker(),
  );
  if (!result.ok) return undefined;
  return said(person, 'moves a status', await world.send(person, wiresOf(result, held(world, person))));
};

const handCash: Step = async (world) => {
  const person = writer(world);
  const others = world.cast.people.filter((other) => other.writes && other !== person);
  if (person === undefined || others.length === 0) return undefined;
  const to = world.random.pick(others).userId;
  const result = handOver(person.phone.context, { to, amount: money(100_00), note: world.marker() });
  return said(person, 'hands over', await world.send(person, wiresOf(result, [])));
};

const reassign: Step = async (world) => {
  const owner = world.cast.founder;
  const jobs = [...world.documents.values()].filter((document) => document.type === 'job');
  const desks = world.cast.people.filter((person) => person.role === 'manager' || person.role === 'owner');
  if (jobs.length === 0) return undefined;
  const job = world.random.pick(jobs);
  const desk = world.random.pick(desks);
  if (job['desk'] === desk.userId) return undefined;
  if (world.random.chance(0.5)) {
    const path = `/api/jobs/${encodeURIComponent(job._id)}/reassign`;
    const { accessToken: token } = owner.phone.session;
    const answer = await world.server.call(path, { token, body: { desk: desk.userId } });
    return `olga reassigns ${job._id} to ${desk.name} by REST: ${answer.status}`;
  }
  const latest = await owner.phone.get(job._id);
  const body = { ...changed(owner.phone, latest, { desk: desk.userId }), access: [`desk:${desk.userId}`] };
  const { was: _was, ...moved } = body;
  return said(owner, `reassigns ${job._id} to ${desk.name}`, await world.send(owner, [over(latest, moved)]));
};

const leave: Step = async (world) => {
  const members = world.cast.people.filter((person) => person !== world.cast.founder && person.isMember);
  if (members.length < 3) return undefined;
  const person = world.random.pick(members);
  await world.cast.remove(person);
  return `${person.name} is removed`;
};

const comeBack: Step = async (world) => {
  const gone = world.cast.people.filter((person) => !person.isMember);
  if (gone.length === 0) return undefined;
  const person = world.random.pick(gone);
  const role = world.random.pick(['manager', 'manager', 'technician', 'owner', 'customer'] as const);
  await world.cast.rejoin(person, role);
  return `${person.name} is back as ${role}`;
};

/** A document of the server itself, for any readers there are; later for others, with what was lost in `was`. */
const publish: Step = async (world) => {
  const store = await world.server.context.workshopStore(world.workshopId);
  const { people } = world.cast;
  const keys = people.flatMap(({ userId }) => [`desk:${userId}`, `tech:${userId}`, `customer:${userId}`]);
  const access = [
    ...new Set(
      Array.from({ length: world.random.between(0, 3) }, () =>
        world.random.pick(['everyone', 'staff', ...keys, ...keys]),
      ),
    ),
  ].toSorted();
  const papers = [...world.documents.values()].filter((document) => document.type === 'paper');
  const old = papers.length > 0 && world.random.chance(0.6) ? world.random.pick(papers) : undefined;
  const was = [...new Set([...((old?.was ?? []) as string[]), ...(old?.access ?? [])])].filter(
    (key) => !access.includes(key),
  );
  const body = {
    _id: old?._id ?? `paper:${randomHash()}`,
    ...(old === undefined ? {} : { _rev: old._rev }),
    type: 'paper',
    createdAt: old?.createdAt ?? world.now(),
    access,
    ...(was.length === 0 ? {} : { was: was.toSorted() }),
    text: world.marker(),
  };
  await store.put(body);
  return `the server gives ${body._id} to [${access.join(' ')}]`;
};

const scribble: Step = async (world) => {
  const person = world.random.pick(world.cast.people.filter((one) => one.isMember));
  const [id, marker] = [`note-${world.random.between(1, 4)}`, world.marker()];
  world.secrets.keep(marker, (name) => name === person.name);
  if (!world.notes.includes(id)) world.notes.push(id);
  const known = await person.phone.call<{ _rev?: string }>(`/_local/${id}`);
  const body = { ...(known.status === 200 ? { _rev: known.body._rev } : {}), last_seq: marker };
  const { status } = await person.phone.call(`/_local/${id}`, { method: 'PUT', body });
  return `${person.name} keeps ${id}: ${status}`;
};

/** A body that is refused, and that nobody but owners may ever read. */
const forge: Step = async (world) => {
  const [person, job] = atWork(world) ?? [];
  if (person === undefined || job === undefined) return undefined;
  const result = addNote(person.phone.context, asJob(bodyOf(job)), world.marker());
  if (!result.ok) return undefined;
  const [event] = wiresOf(result, []);
  const codes = await world.send(person, [
    { ...typed([event as WireDocument], 'jobEvent'), access: ['everyone'] },
  ]);
  return said(person, 'forges', codes);
};

const settings: Step = async (world) => {
  const { accessToken: token } = world.cast.founder.phone.session;
  const body = { shareCustomers: world.random.chance(0.5), address: `Pune ${world.random.between(1, 99)}` };
  const { status } = await world.server.call('/api/workshops/mine', { method: 'PUT', token, body });
  await world.until(
    (document) => document['shared'] === undefined || document['shared'] === body.shareCustomers,
  );
  return `shared books ${body.shareCustomers}: ${status}`;
};

const weighted: readonly (readonly [number, Step])[] = [
  [5, openJob],
  [3, openByRest],
  [3, edit],
  [3, note],
  [4, pay],
  [3, photograph],
  [2, claimFile],
  [2, moveStatus],
  [2, handCash],
  [6, reassign],
  [3, leave],
  [4, comeBack],
  [5, publish],
  [2, scribble],
  [2, forge],
  [1, settings],
];

const bag = weighted.flatMap(([weight, step]) => Array.from({ length: weight }, () => step));

/** Something that happens in a workshop: what cannot happen now is tried no further. */
export async function randomStep(world: World): Promise<string> {
  for (;;) {
    const told = await world.random.pick(bag)(world);
    if (told !== undefined) return told;
  }
}
