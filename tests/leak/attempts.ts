import { documentTypes } from '@revops/domain';
import type { Asked } from './raw-request.ts';

/** Everything that somebody who knows far too much could ask with. */
export interface Knowledge {
  readonly workshopId: string;
  readonly otherWorkshopId: string;
  readonly people: readonly { readonly userId: string; readonly deviceId: string }[];
  readonly ids: readonly string[];
  readonly revisionsOf: (id: string) => readonly string[];
  /** Asked for one by one. */
  readonly sample: readonly string[];
  readonly notes: readonly string[];
  readonly hashes: readonly string[];
  readonly since: string;
}

const enc = encodeURIComponent;
const get = (path: string): Asked => ({ method: 'GET', path });
const post = (path: string, body: unknown): Asked => ({ method: 'POST', path, body: JSON.stringify(body) });

function feeds(base: string, since: string): readonly Asked[] {
  const changes = `${base}/_changes`;
  return [
    get(changes),
    get(`${changes}?include_docs=true`),
    get(`${changes}?style=all_docs&include_docs=true&conflicts=true&attachments=false`),
    get(`${changes}?include_docs=true&style=all_docs&since=${enc(since)}`),
    get(`${changes}?include_docs=true&since=${enc(since.replace(/-[0-9a-f]+\./, '-000000000000.'))}`),
    get(`${changes}?feed=longpoll&include_docs=true&timeout=1`),
    get(`${changes}?feed=longpoll&include_docs=true&style=all_docs&timeout=1&since=${enc(since)}`),
    get(`${changes}?feed=continuous&include_docs=true&style=all_docs&timeout=1`),
    get(`${changes}?feed=continuous&include_docs=true&timeout=1&since=${enc(since)}`),
    get(`${changes}?include_docs=true&limit=1&since=0`),
    post(changes, { include_docs: true, since: '0', style: 'all_docs' }),
    post(`${changes}?filter=_doc_ids&include_docs=true`, { doc_ids: [] }),
  ];
}

function lists(base: string, { ids, revisionsOf }: Knowledge): readonly Asked[] {
  const named = ids.map((id) => ({ id }));
  const exact = ids.flatMap((id) => revisionsOf(id).map((rev) => ({ id, rev })));
  const guessed = exact.map(({ id, rev }) => ({
    id,
    rev: `${Number.parseInt(rev, 10) + 1}-${rev.split('-')[1]}`,
  }));
  const revisions = Object.fromEntries(ids.map((id) => [id, revisionsOf(id)]));
  return [
    post(`${base}/_bulk_get`, { docs: named }),
    post(`${base}/_bulk_get?revs=true&latest=true`, { docs: exact }),
    post(`${base}/_bulk_get?revs=true`, { docs: exact }),
    post(`${base}/_bulk_get?attachments=true`, { docs: guessed }),
    post(`${base}/_all_docs?include_docs=true`, { keys: ids }),
    post(`${base}/_all_docs`, { keys: ids, include_docs: true, deleted: 'ok', conflicts: true }),
    get(`${base}/_all_docs?include_docs=true`),
    get(`${base}/_all_docs?include_docs=true&keys=${enc(JSON.stringify(ids.slice(0, 50)))}`),
    post(`${base}/_revs_diff`, revisions),
    get(`${base}/ids`),
    get(`${base}/ids?limit=2`),
    get(`${base}/ids?limit=5000&after=`),
    post(`${base}/_find`, { selector: {} }),
    get(`${base}/_design/revops/_view/by-access?include_docs=true`),
    get(`${base}/_security`),
  ];
}

function single(base: string, id: string, revs: readonly string[]): readonly Asked[] {
  const path = `${base}/${enc(id)}`;
  return [
    get(path),
    get(`${path}?revs=true&revs_info=true&conflicts=true&meta=true&local_seq=true`),
    get(`${path}?open_revs=all&revs=true`),
    get(`${path}?open_revs=${enc(JSON.stringify(revs))}&latest=true`),
    get(`${path}?open_revs=${enc(JSON.stringify(revs))}`),
    ...revs.map((rev) => get(`${path}?rev=${rev}&revs=true`)),
    ...revs.slice(-1).map((rev) => get(`${path}?rev=${rev}&latest=true`)),
    get(`${path}/`),
    get(`${path}/attachment`),
    get(`${base}/%2e%2f${enc(id)}`),
    get(`${base}//${id}`),
  ];
}

function serverDocuments(base: string, { people, sample }: Knowledge): readonly Asked[] {
  const own = people.flatMap(({ userId, deviceId }) => [
    `counter:${deviceId}`,
    `checkpoints:${userId}:${deviceId}`,
    `account:${userId}`,
  ]);
  const derived = sample.flatMap((id) => [
    `quarantine:${id}`,
    `flag:number_held:${id}`,
    `claim:verdict:${id}:1`,
  ]);
  const names = ['timelines:self', ...own, ...derived];
  return [
    post(`${base}/_bulk_get`, { docs: names.map((id) => ({ id })) }),
    post(`${base}/_all_docs?include_docs=true`, { keys: names }),
    get(`${base}/timelines%3Aself`),
    ...names.slice(0, 4).map((name) => get(`${base}/_local/${enc(name)}`)),
  ];
}

/** Ways to another workshop's database, or to the accounts'. */
function climbing({ workshopId, otherWorkshopId, sample: [id = 'x'] }: Knowledge): readonly Asked[] {
  const changes = '_changes?include_docs=true';
  return [
    `/sync/${otherWorkshopId}/${changes}`,
    `/sync/${otherWorkshopId}/${enc(id)}`,
    `/sync/ws-${otherWorkshopId}/${changes}`,
    `/sync/${workshopId}/../${otherWorkshopId}/${changes}`,
    `/sync/${workshopId}/%2e%2e/${otherWorkshopId}/${changes}`,
    `/sync/${workshopId}%2f..%2f${otherWorkshopId}/${changes}`,
    `/sync/%2e%2e%2frevops-system/${changes}`,
    `/sync/revops-system/${changes}`,
    `/sync//${otherWorkshopId}/${changes}`,
    `/sync/${workshopId}\\..\\${otherWorkshopId}/${changes}`,
    `/sync/${workshopId}%00${otherWorkshopId}/${changes}`,
    `/sync/${workshopId.toUpperCase()}/${changes}`,
    `/SYNC/${otherWorkshopId}/${changes}`,
    `/sync/${workshopId}/..%2f${otherWorkshopId}`,
    `/sync/${workshopId};${otherWorkshopId}/${changes}`,
  ].map(get);
}

/** Those of other calls that are there, and some that may be one day. */
const restPaths =
  'workshops/mine workshops/mine/invites managers auth/me auth/sessions health devices quarantine quarantine?all=true quarantine?limit=200 audit recovery jobs payments settlements jobs?limit=200 jobs?q=MK jobs?status=pending payments?limit=200&confirmed=false analytics/dashboard'
    .split(' ')
    .concat(documentTypes.map(({ type }) => `data/${type}?limit=200`))
    .map((path) => `/api/${path}`);

function rest({ sample, hashes, people }: Knowledge): readonly Asked[] {
  return [
    '/metrics',
    ...restPaths,
    ...sample.flatMap((id) => [
      `/api/audit/${enc(id)}`,
      `/api/jobs/${enc(id)}`,
      `/api/payments?jobId=${enc(id)}`,
    ]),
    ...people.map(({ userId }) => `/api/jobs?desk=${userId}`),
    ...hashes.map((hash) => `/api/files/${hash}`),
  ].map(get);
}

/** Calls that answer with what they have changed: they ask for what can be granted to nobody. */
function writing(sample: readonly string[]): readonly Asked[] {
  const put = (path: string, body: unknown): Asked => ({ method: 'PUT', path, body: JSON.stringify(body) });
  return sample.flatMap((id) => [
    put(`/api/jobs/${enc(id)}`, {}),
    put(`/api/payments/${enc(id)}/confirm`, { more: 1 }),
    put(`/api/settlements/${enc(id)}/reject`, { reason: '' }),
  ]);
}

/** Every way there is to read. */
export function attemptsOf(known: Knowledge): readonly Asked[] {
  const base = `/sync/${known.workshopId}`;
  return [
    ...feeds(base, known.since),
    ...lists(base, known),
    ...known.sample.flatMap((id) => single(base, id, known.revisionsOf(id))),
    ...serverDocuments(base, known),
    ...known.notes.map((note) => get(`${base}/_local/${enc(note)}`)),
    ...known.notes.map((note) => get(`${base}/_local%2f${enc(note)}`)),
    ...climbing(known),
    ...rest(known),
    ...writing(known.sample),
    get(base),
    get(`${base}/`),
    get('/sync/'),
  ];
}
