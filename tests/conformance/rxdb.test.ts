import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxError,
  type RxTypeError,
} from 'rxdb/plugins/core';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { AnyDocument } from '@revops/domain';
import { bodyOf, changed, over, typed, type Phone } from '@revops/sync-server/testing';
import { openGateway, until, type Gateway } from './gateway.ts';

let gateway: Gateway;
let opened: RxDatabase[] = [];
const running: { cancel: () => Promise<unknown> }[] = [];
beforeAll(async () => {
  gateway = await openGateway();
});
afterEach(async () => {
  for (const replication of running.splice(0)) await replication.cancel();
  for (const database of opened.splice(0)) await database.close();
});
afterAll(() => gateway.server.stop());

type Row = AnyDocument;

const schema = {
  version: 0,
  primaryKey: '_id',
  type: 'object',
  properties: { _id: { type: 'string', maxLength: 200 }, type: { type: 'string' } },
} as const;

async function collection(): Promise<RxCollection<Row>> {
  const name = `conformance-${crypto.randomUUID()}`;
  const database = await createRxDatabase({ name, storage: getRxStorageMemory(), multiInstance: false });
  opened.push(database);
  const { documents } = await database.addCollections({ documents: { schema: schema as never } });
  return documents;
}

interface Replicating {
  readonly errors: (RxError | RxTypeError)[];
  readonly state: ReturnType<typeof replicateCouchDB<Row>>;
}

/** RxDB's own plugin with the one thing that it lacks: a bearer token. */
function replicate(phone: Phone, documents: RxCollection<Row>, live = false): Replicating {
  const { accessToken } = phone.session;
  const state = replicateCouchDB<Row>({
    replicationIdentifier: `revops-${phone.userId}`,
    collection: documents,
    url: `${gateway.server.url}/sync/${phone.session.workshop.id}/`,
    fetch: (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${accessToken}`);
      return fetch(url, { ...init, headers });
    },
    live,
    retryTime: 200,
    pull: { batchSize: 7 },
    push: { batchSize: 7 },
  });
  const errors: Replicating['errors'] = [];
  state.error$.subscribe((error) => errors.push(error));
  running.push(state);
  return { errors, state };
}

const idsOf = async (documents: RxCollection<Row>): Promise<string[]> =>
  (await documents.find().exec()).map((document) => document.primary).toSorted();

describe('RxDB’s CouchDB replication', () => {
  it('pulls exactly what its person may see, page by page', async () => {
    const { manager, second } = gateway;
    for (let round = 0; round < 4; round += 1) {
      await second.send(second.openJob());
      await manager.send(manager.openJob());
    }
    const documents = await collection();
    const { state, errors } = replicate(manager, documents);
    await state.awaitInitialReplication();
    expect(errors).toEqual([]);
    expect(await idsOf(documents)).toEqual((await manager.ids()).toSorted());
  });

  it('hears live of what others write, and of what is taken away', async () => {
    const { owner, manager, second } = gateway;
    const documents = await collection();
    const { state, errors } = replicate(manager, documents, true);
    await state.awaitInitialReplication();
    const made = owner.openJob({ desk: manager.userId });
    await owner.send(made);
    const { _id } = typed(made, 'job');
    await until(async () => (await idsOf(documents)).includes(_id));
    const latest = await owner.get(_id);
    const { was: _was, ...moved } = {
      ...changed(owner, latest, { desk: second.userId }),
      access: [`desk:${second.userId}`],
    };
    expect(await owner.codes([over(latest, moved as AnyDocument)])).toEqual(['ok']);
    await until(async () => !(await idsOf(documents)).includes(_id));
    expect(errors).toEqual([]);
  });

  it('pushes new documents and edits through the same rules, and others find them', async () => {
    const { owner, manager } = gateway;
    const documents = await collection();
    const { state, errors } = replicate(manager, documents, true);
    await state.awaitInitialReplication();
    const job = bodyOf(typed(manager.openJob(), 'job'));
    await documents.insert(job);
    await until(async () => (await owner.ids()).includes(job._id));
    expect((await owner.get(job._id))['vehicleNumber']).toBe(job['vehicleNumber']);
    const held = await documents.findOne(job._id).exec();
    await held?.incrementalModify((body) => ({
      ...body,
      ...edited(manager, body, { carModel: 'Swift' }),
    }));
    await until(async () => (await owner.get(job._id))['carModel'] === 'Swift');
    expect(errors).toEqual([]);
  });

  it('an edit made meanwhile on the server comes back as a conflict, and the server’s body arrives', async () => {
    const { owner, manager } = gateway;
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    const documents = await collection();
    const first = replicate(manager, documents);
    await first.state.awaitInitialReplication();
    await first.state.cancel();
    const stored = await owner.get(job._id);
    await owner.send([over(stored, changed(owner, stored, { internalNotes: 'Call first' }))]);
    const held = await documents.findOne(job._id).exec();
    await held?.incrementalModify((body) => ({
      ...body,
      ...edited(manager, body, { carModel: 'Swift' }),
    }));
    const again = replicate(manager, documents);
    await again.state.awaitInSync();
    expect(again.errors).toEqual([]);
    const here = (await documents.findOne(job._id).exec())?.toJSON();
    expect(here?.['internalNotes']).toBe('Call first');
  });

  it('a lost race between asking and writing is answered row by row, and the conflict can be read', async () => {
    const { manager } = gateway;
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    const [row] = (
      await manager.call<{ id: string; error: string }[]>('/_bulk_docs', { body: { docs: [bodyOf(job)] } })
    ).body;
    expect(row).toMatchObject({ id: job._id, error: 'conflict' });
    // As RxDB asks next, brackets and quotes as they are.
    const keys = `["${job._id}"]`;
    const answer = await manager.call<{ rows: { id: string; doc: { _rev: string } }[] }>(
      `/_all_docs?include_docs=true&keys=${keys}`,
    );
    expect([answer.status, answer.body.rows.map(({ id, doc }) => [id, doc._rev])]).toEqual([
      200,
      [[job._id, job._rev]],
    ]);
  });

  it('is told of a refusal as an error, while what it wrote beside it is stored', async () => {
    const { owner, manager, second } = gateway;
    const documents = await collection();
    const good = bodyOf(typed(manager.openJob(), 'job'));
    const foreign = bodyOf(typed(second.openJob(), 'job'));
    await documents.bulkInsert([good, foreign]);
    const { errors } = replicate(manager, documents, true);
    await until(() => errors.length > 0);
    expect(JSON.stringify(errors[0]?.parameters ?? errors[0])).toContain('foreign_creator');
    expect((await owner.get(good._id))._id).toBe(good._id);
  });
});

function edited(phone: Phone, body: Row, changes: Readonly<Record<string, unknown>>): AnyDocument {
  return changed(phone, body, changes);
}
