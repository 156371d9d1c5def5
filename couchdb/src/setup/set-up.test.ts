import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designDocuments } from '../design-documents.ts';
import { fetchSender } from './fetch-sender.ts';
import { setUp } from './set-up.ts';

const url = process.env['COUCHDB_URL'] ?? '';
if (url === '') process.stdout.write('Set-up on CouchDB was SKIPPED: COUCHDB_URL is not set.\n');

describe.skipIf(url === '')('set-up on a real CouchDB', () => {
  const prefix = `t-${randomUUID().slice(0, 8)}-`;
  const database = `${prefix}ws-garage`;
  const path = `/${database}`;
  const send = url === '' ? () => Promise.reject(new Error('no CouchDB')) : fetchSender(url);
  const lookups = designDocuments[0]?._id ?? '';

  async function run(tidy = false): Promise<string[]> {
    const lines: string[] = [];
    await setUp(send, { prefix, tidy, say: (line) => void lines.push(line) });
    return lines;
  }

  beforeAll(async () => {
    await send({ method: 'PUT', path: `${path}?q=1` });
    const docs = Array.from({ length: 500 }, (_, n) => ({ _id: `x:${n}`, access: ['everyone'], jobId: 'j' }));
    await send({ method: 'POST', path: `${path}/_bulk_docs`, body: { docs } });
    const earlier = { views: { 'by-job': { map: 'function (doc) { emit(doc._id, 1); }' } } };
    await send({ method: 'PUT', path: `${path}/_design/lookups`, body: earlier });
    await send({ method: 'PUT', path: `${path}/_design/theirs`, body: earlier });
  });

  afterAll(async () => {
    for (const name of [database, `${prefix}revops-system`])
      await send({ method: 'DELETE', path: `/${name}` });
  });

  it('makes the designs and waits until their indexes hold every document', async () => {
    expect(await run()).toContainEqual(expect.stringContaining(lookups));
    const info = await send({ method: 'GET', path: `${path}/${lookups}/_info` });
    expect(info).toMatchObject({ view_index: { updates_pending: { total: 0 } } });
  });

  it('changes nothing the second time', async () => {
    expect(await run()).toEqual([`2 databases are ready`]);
  });

  it('leaves the designs of another version in use, until it is asked to tidy up', async () => {
    await send({ method: 'GET', path: `${path}/_design/lookups` });
    expect(await run(true)).toContain(`${database}: removed _design/lookups`);
    await expect(send({ method: 'GET', path: `${path}/_design/lookups` })).rejects.toThrow('404');
    await send({ method: 'GET', path: `${path}/_design/theirs` });
    await send({ method: 'GET', path: `${path}/${lookups}` });
  });
});
