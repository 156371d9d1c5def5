import { deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { anyBody, anyJson, nastyText, nastyTexts } from './hostile-values.ts';
import { jobBody, moneyBody } from './rest-bodies.ts';
import type { FoundRoute } from './routes-of.ts';
import type { Target } from './target.ts';
import type { Sent } from './wire.ts';

const methods = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'COPY',
  'MKCOL',
];

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens of everybody, and of nobody. */
function tokens(target: Target): fc.Arbitrary<string | undefined> {
  const { owner, manager, technician, removed, stranger, sign } = target;
  const own = owner.session.accessToken;
  const [, payload = '', signature = ''] = own.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  const bad = [
    `${part({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    `${part({ alg: 'none' })}.${payload}.${signature}`,
    `${part({ alg: 'HS512', kid: '../../dev/null' })}.${payload}.${signature}`,
    `${part({ alg: 'HS256', kid: { toString: 1 } })}.${payload}.${signature}`,
    sign({ ...claims, sub: '__proto__', exp: undefined }),
    sign({ ...claims, sub: '../x', wid: '../revops-system', exp: undefined }),
    sign({ ...claims, did: '__proto__', exp: undefined }),
    sign({ ...claims, sid: 'constructor', exp: undefined }),
    `${own}x`,
    own.slice(0, -1),
    'x.y.z',
    '...',
    'a'.repeat(8000),
  ];
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.constantFrom(own, manager.session.accessToken, technician.session.accessToken),
    },
    { weight: 1, arbitrary: fc.constantFrom(removed.accessToken, stranger.accessToken, undefined) },
    { weight: 2, arbitrary: fc.constantFrom(...bad) },
    { weight: 1, arbitrary: nastyText },
  );
}

/** What stands where the route has a parameter. */
function parameter(target: Target, name: string): fc.Arbitrary<string> {
  const known =
    name === 'workshop' ? [target.owner.session.workshop.id] : [...target.ids, target.owner.userId, 'x'];
  return fc.oneof(
    { weight: name === 'workshop' ? 8 : 2, arbitrary: fc.constantFrom(...known).map(encodeURIComponent) },
    { weight: 1, arbitrary: nastyText.map(encoded) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '..',
        '%2e%2e',
        '%2f',
        '%00',
        '%ff',
        '%zz',
        'a%2fb',
        '%',
        ':',
        ';',
        '*',
        "'",
      ),
    },
  );
}

/** A lone surrogate cannot be written as a URL; its bytes can. */
function encoded(text: string): string {
  return [...Buffer.from(text.slice(0, 2000), 'utf8')]
    .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
    .join('');
}

function pathOf(target: Target, { path }: FoundRoute): fc.Arbitrary<string> {
  const parts = path.split('/').map((segment) => {
    if (segment.startsWith(':')) return parameter(target, segment.slice(1));
    return segment.includes('*') ? nastyText.map(encoded) : fc.constant(segment);
  });
  return fc.tuple(...parts).map((segments) => segments.join('/') || '/');
}

const queryName = fc.constantFrom(
  'since',
  'limit',
  'feed',
  'style',
  'include_docs',
  'heartbeat',
  'timeout',
  'open_revs',
  'rev',
  'revs',
  'latest',
  'after',
  'new_edits',
  'keys',
  'filter',
  'attachments',
  'q',
  'all',
  'last-event-id',
  '__proto__',
  'a[b]',
  'a[]',
  '',
);

const queryValue = fc.oneof(
  nastyText.map((text) => encoded(text.slice(0, 300))),
  fc.constantFrom(
    'true',
    'false',
    'all',
    'now',
    '0',
    '1',
    'longpoll',
    'continuous',
    'all_docs',
    '[]',
    '%5B%221-a%22%5D',
    '%ff',
  ),
);

/** Doubled names and names with brackets: a parser may make lists and objects of them. */
const query = fc
  .array(fc.tuple(queryName, queryValue), { maxLength: 5 })
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'idempotency-key',
      'x-device-id',
      'x-device-issued',
      'x-device-label',
      'x-token-transport',
      'x-request-id',
      'cookie',
      'origin',
      'if-match',
      'if-none-match',
      'range',
      'content-range',
      'accept',
      'accept-encoding',
      'last-event-id',
      'expect',
      'x-forwarded-for',
      'x-forwarded-proto',
      'forwarded',
      'referer',
      'sec-fetch-site',
      'x-http-method-override',
    ),
    fc.oneof(
      fc.constantFrom(
        ...nastyTexts.map((text) => text.slice(0, 3000)).filter((text) => !/[\ud800-\udfff]/.test(text)),
      ),
      fc.constantFrom(
        'bytes 0-10/20',
        'bytes */20',
        'bytes 9-1/5',
        'bytes 0-99999999999999999999/1',
        'revops_refresh=x',
        'body',
        '*/*',
        '0',
      ),
    ),
  ),
);

const contentType = fc.constantFrom(
  'application/json',
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  '',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/related',
  'application/json; charset=x',
  'application/octet-stream',
  'image/jpeg',
  'garbage',
);

interface Encoding {
  readonly name: string;
  readonly of: (body: Buffer) => Buffer;
}

const same = (body: Buffer): Buffer => body;
const encodings: readonly Encoding[] = [
  { name: '', of: same },
  { name: '', of: same },
  { name: '', of: same },
  { name: 'gzip', of: (body) => gzipSync(body as never) },
  { name: 'deflate', of: (body) => deflateSync(body as never) },
  { name: 'gzip', of: same },
  { name: 'br', of: same },
  { name: 'x-unknown', of: same },
  { name: 'gzip, gzip', of: (body) => gzipSync(body as never) },
];

/** Bodies that nearly fit, so that more than the first check is reached. */
function nearlyGood(target: Target): fc.Arbitrary<Buffer> {
  const id = fc.oneof(fc.constantFrom(...target.ids), nastyText);
  const rev = fc.oneof(fc.constantFrom(...target.revs), nastyText);
  const row = fc.record({ id, rev }, { requiredKeys: [] });
  const job = target.manager.openJob()[0] ?? {};
  const fields = Object.keys(job);
  const twisted = fc
    .tuple(
      fc.constantFrom(...fields),
      fc.oneof(anyJson, fc.constant(undefined)),
      fc.constantFrom(...fields),
      anyJson,
    )
    .map(([one, value, other, more]) => ({ ...job, [one]: value, [other]: more }));
  const docs = fc.array(fc.oneof(row, twisted, anyJson, fc.record({ _id: id, _rev: rev, type: nastyText })), {
    maxLength: 5,
  });
  return fc
    .oneof(
      fc.record({ docs, new_edits: fc.oneof(fc.boolean(), anyJson) }),
      fc.record({ keys: fc.array(fc.oneof(id, anyJson), { maxLength: 5 }), include_docs: fc.boolean() }),
      fc.dictionary(id, fc.oneof(fc.array(rev), anyJson), { maxKeys: 4 }),
      fc.record({ documents: fc.array(fc.record({ body: twisted, reason: anyJson }), { maxLength: 3 }) }),
      fc.record({
        email: nastyText,
        password: nastyText,
        name: nastyText,
        phone: nastyText,
        inviteCode: nastyText,
        workshop: anyJson,
      }),
      fc.record({ desk: id, jobId: id, amount: anyJson, refreshToken: nastyText, token: nastyText }),
      jobBody(id),
      moneyBody(id),
      fc.record({ role: nastyText, uses: anyJson, expiresInDays: anyJson }, { requiredKeys: [] }),
      twisted,
    )
    .map((value) => Buffer.from(JSON.stringify(value) ?? '', 'utf8'));
}

/** A request that nobody should send, aimed at one route. */
export function hostileRequest(target: Target, route: FoundRoute): fc.Arbitrary<Sent> {
  return fc
    .record({
      method: fc.oneof(
        { weight: 6, arbitrary: fc.constant(route.method) },
        { weight: 1, arbitrary: fc.constantFrom(...methods) },
      ),
      path: pathOf(target, route),
      query,
      token: tokens(target),
      headers: fc.array(header, { maxLength: 3 }),
      body: fc.option(fc.oneof(anyBody, nearlyGood(target)), { freq: 6, nil: undefined }),
      type: contentType,
      encoding: fc.constantFrom(...encodings),
      chunked: fc.boolean(),
    })
    .map(({ method, path, query, token, headers, body, type, encoding, chunked }) => ({
      method,
      path: path + query,
      headers: [
        ...headers,
        ...(token === undefined ? [] : ([['authorization', `Bearer ${token}`]] as const)),
        ...(type === '' ? [] : ([['content-type', type]] as const)),
        ...(encoding.name === '' ? [] : ([['content-encoding', encoding.name]] as const)),
      ],
      body: body === undefined ? undefined : encoding.of(body),
      chunked,
    }));
}
