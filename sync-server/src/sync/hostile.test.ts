import { Agent, request } from 'node:http';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { bodyOf, fresh, Phone, typed } from '#src/testing/sync-kit.ts';

let server: TestServer;
let owner: Phone;

beforeAll(async () => {
  server = await startServer();
  owner = new Phone(server, await registerOwner(server));
});
afterAll(() => server.stop());

/** Bytes as given: no client library mends the path or the body. */
function raw(
  path: string,
  body?: string,
  token = owner.session.accessToken,
): Promise<{ status: number; text: string }> {
  const url = new URL(server.url);
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const options = {
      host: url.hostname,
      port: url.port,
      path,
      method: body === undefined ? 'GET' : 'POST',
      headers,
    };
    const sent = request(options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const base = (): string => `/sync/${owner.session.workshop.id}`;

it('refuses a body of 5 MB with 413 and words', async () => {
  const text = JSON.stringify({
    docs: [{ _id: 'job:1', note: 'x'.repeat(5 * 1024 * 1024) }],
    new_edits: false,
  });
  const answer = await owner.call('/_bulk_docs', { body: text });
  expect(answer.status).toBe(413);
  expect(answer.body).toMatchObject({
    error: 'too_large',
    reason: expect.stringContaining('large') as string,
  });
});

it('refuses single documents that are too large or too deep, and stores their neighbours', async () => {
  const job = typed(owner.openJob(), 'job');
  let deep: unknown = 'x';
  for (let level = 0; level < 40; level += 1) deep = { deep };
  const many = Array.from({ length: 60_000 }, () => 'text of eight');
  const codes = await owner.codes([
    fresh({ ...bodyOf(job), _id: 'job:deep', extra: deep }),
    fresh({ ...bodyOf(job), _id: 'job:long', internalNotes: 'x'.repeat(30_000) }),
    fresh({ ...bodyOf(job), _id: 'job:wide', extra: many }),
    job,
  ]);
  expect(codes).toEqual(['too_deep', 'too_large', 'too_large', 'ok']);
});

it('survives nesting that would overflow a recursive reader', async () => {
  const text = `{"new_edits":false,"docs":[{"_id":"job:1","type":"job","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`;
  const answer = await raw(`${base()}/_bulk_docs`, text);
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('too_deep')]);
});

it('answers broken JSON and wrong shapes with 400', async () => {
  for (const text of ['{"docs":[', '{]', 'docs', '[1,2]', '{"docs":{}}', '{}', '"x"', ''])
    for (const path of ['_bulk_docs', '_bulk_get', '_all_docs']) {
      const answer = await raw(`${base()}/${path}`, text);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toMatchObject({
        error: 'bad_request',
        reason: expect.any(String) as string,
      });
    }
  expect((await raw(`${base()}/_revs_diff`, '{"a":7}')).status).toBe(400);
  expect((await raw(`${base()}/_bulk_get`, '{"docs":[{"rev":1}]}')).status).toBe(400);
});

it('answers lists of anything but texts, and nesting where a text belongs, with a refusal', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  for (const wrong of ['{"toString":1,"valueOf":1}', deep, '1', 'null']) {
    expect((await raw(`${base()}/_revs_diff`, `{"workshop:self":[${wrong}]}`)).status).toBe(400);
    expect((await raw(`${base()}/_all_docs`, `{"keys":[${wrong}]}`)).status).toBe(400);
  }
  const note = await owner.call('/_local/x', { method: 'PUT', body: `{"a":${deep}}` });
  expect(note.status).toBe(413);
});

it('asks for fewer documents where there are too many', async () => {
  const docs = Array.from({ length: 1001 }, (_, index) => ({ _id: `job:${index}` }));
  expect((await owner.call('/_bulk_docs', { body: { docs } })).status).toBe(413);
});

it('lets no name climb, and reads encoded slashes as part of an id', async () => {
  const paths = [
    '/sync/..',
    '/sync/../api',
    '/sync/%2e%2e/revops-system',
    '/sync/%2e%2e%2f%2e%2e%2fetc/_changes',
    '/sync/revops-system/_changes',
    `${base()}/..`,
    `${base()}/../revops-system`,
    `${base()}/%2e%2e%2frevops-system`,
    `${base()}%2f_changes`,
    `${base()}/job:1%2f..%2f..`,
    `${base()}//_changes`,
    `${base()}/_changes/x`,
    `${base()}/%00`,
    `${base()}/_local/%2e%2e`,
    `${base()}/_local/a%2fb`,
  ];
  for (const path of paths) {
    const { status } = await raw(path);
    expect([403, 404]).toContain(status);
  }
  expect((await raw(`${base()}/%zz`)).status).toBe(400);
});

it('knows only its own endpoints', async () => {
  for (const path of [
    '_purge',
    '_compact',
    '_security',
    '_design/x',
    '_index',
    '_missing_revs',
    '_explain',
    '_partition/x',
    '_all_docs',
    '_bulk_docs',
  ]) {
    const answer = await raw(`${base()}/${path}`);
    expect([path, answer.status, (JSON.parse(answer.text) as { error: string }).error]).toEqual([
      path,
      404,
      'not_found',
    ]);
  }
  expect((await raw('/sync/_all_dbs')).status).toBe(403);
});

it('believes no token that it did not sign', async () => {
  const [, payload = '', sign = ''] = owner.session.accessToken.split('.');
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const none = part({ alg: 'none', typ: 'JWT' });
  const forged = `${part({ alg: 'HS256', typ: 'JWT' })}.${payload}`;
  const text = Buffer.from('no JSON').toString('base64url');
  const tokens = [
    '',
    'x',
    `${none}.${payload}.`,
    `${none}.${payload}.${sign}`,
    `${part({ alg: 'HS256', typ: 'JWT' })}.${text}.${sign}`,
    `${forged}.${createHmac('sha256', '').update(forged).digest('base64url')}`,
  ];
  for (const token of tokens)
    for (const path of ['', '/_changes', '/_changes?feed=longpoll', '/workshop:self', '/_local/x'])
      expect((await raw(base() + path, undefined, token)).status).toBe(401);
  expect((await raw('/sync/', undefined, 'x')).status).toBe(401);
});

it('keeps the connection of a continuous feed that reached its limit', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${owner.session.accessToken}` };
      const sent = request(server.url + base() + path, { agent, headers }, (response) => {
        response.resume().once('end', () => resolve(sent.reusedSocket));
      });
      sent.once('error', reject).end();
    });
  expect(await ask('/_changes?feed=continuous&limit=1')).toBe(false);
  expect(await ask('')).toBe(true);
  agent.destroy();
});

it('names that mean something to JavaScript are only names', async () => {
  const job = bodyOf(typed(owner.openJob(), 'job'));
  const hash = 'a'.repeat(32);
  const text = JSON.stringify({ ...job, _rev: `1-${hash}`, stamps: 'STAMPS' }).replace(
    '"STAMPS"',
    '{"__proto__":{"hlc":"x","of":"y"}}',
  );
  const answer = await raw(
    `${base()}/_bulk_docs`,
    `{"new_edits":false,"docs":[${text},{"_id":"constructor:x","type":"__proto__"}]}`,
  );
  expect(answer.status).toBe(201);
  expect(answer.text).toContain('invalid_document');
  expect(({} as Record<string, unknown>)['hlc']).toBeUndefined();
  expect((await raw(`${base()}/_revs_diff`, '{"__proto__":["1-a"],"constructor":["1-b"]}')).status).toBe(200);
  expect((await owner.ids()).length).toBeGreaterThan(0);
});
