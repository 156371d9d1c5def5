import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formProblem } from './documented-form.ts';
import { hostileRequest } from './hostile-requests.ts';
import { openTarget, type Target } from './target.ts';
import { exchange, type Sent } from './wire.ts';

/** `FUZZ_SEED=7 FUZZ_RUNS=1000 npx vitest run --project unit tests/fuzz` for more, or to repeat a finding. */
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const runsPerRoute = Number(process.env['FUZZ_RUNS'] ?? 25);

let target: Target;
const crashes: unknown[] = [];
const crashed = (error: unknown): void => void crashes.push(error);
beforeAll(async () => {
  process.on('unhandledRejection', crashed).on('uncaughtException', crashed);
  target = await openTarget();
});
afterAll(async () => {
  process.off('unhandledRejection', crashed).off('uncaughtException', crashed);
  await target.stop();
});

test('the routes are read from the app itself', () => {
  const names = target.routes.map(({ method, path }) => `${method} ${path}`);
  expect(names).toEqual(
    expect.arrayContaining([
      'GET /sync/:workshop/_changes',
      'POST /sync/:workshop/_bulk_docs',
      'PUT /sync/:workshop/:id',
      'POST /api/auth/login',
      'DELETE /api/managers/:id',
      'GET /api/health',
    ]),
  );
  expect(names.every((name) => / \/(sync|api|metrics|\{\*path\})/.test(name))).toBe(true);
});

test(`every answer to a hostile request has its documented form, and never a 5xx (seed ${seed})`, async () => {
  const problems: string[] = [];
  for (const [index, route] of target.routes.entries())
    for (const sent of fc.sample(hostileRequest(target, route), {
      seed: seed + index,
      numRuns: runsPerRoute,
    })) {
      const reply = await exchange(target.port, sent);
      const problem =
        sent.method === 'HEAD' && reply.status < 500 ? undefined : formProblem(sent.path, reply);
      if (problem !== undefined) problems.push(`${problem} ⟵ ${described(sent)}`);
    }
  expect(problems).toEqual([]);
  expect(crashes).toEqual([]);
  expect((await exchange(target.port, { ...plain, path: '/api/ready' })).status).toBe(200);
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
}, 300_000);

const described = ({ method, path, headers, body }: Sent): string =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 300)} ${(body?.toString() ?? '').slice(0, 300)}`;

const plain = { method: 'GET', path: '/', headers: [], body: undefined, chunked: false };

test('its memory does not grow with the number of hostile requests', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const sample = fc.sample(fc.oneof(...target.routes.map((route) => hostileRequest(target, route))), {
    seed,
    numRuns: 300,
  });
  const heapAfter = async (): Promise<number> => {
    for (let at = 0; at < sample.length; at += 10)
      await Promise.all(sample.slice(at, at + 10).map((sent) => exchange(target.port, sent)));
    collect();
    return process.memoryUsage().heapUsed;
  };
  await heapAfter();
  const before = await heapAfter();
  const grown = (await heapAfter()) - before;
  // 300 requests that each left 30 KB behind would be 9 MB.
  expect(grown / 1024 / 1024).toBeLessThan(9);
}, 120_000);
