import { readFileSync } from 'node:fs';
import * as domain from '@revops/domain';
import type { Express } from 'express';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { createSyncGateway } from './sync/sync-gateway.ts';
import { startWorkshop } from './testing/start-workshop.ts';

const { server, manager } = await startWorkshop();
const gateway = createSyncGateway({ ...server.context, longpollMs: 1000 });
const app = createApp(server.context, { syncRouter: gateway.router, workshops: gateway.workshops });
afterAll(async () => {
  await gateway.close();
  await server.stop();
});

interface Listing {
  listRoutes(): readonly {
    readonly path: string;
    readonly methods?: readonly string[];
    readonly router?: Listing;
  }[];
}

/** Every call that the app answers, as `GET /api/health`. */
function callsOf(router: Listing, prefix = ''): string[] {
  return router.listRoutes().flatMap(({ path, methods = [], router: mounted }) => {
    const whole = prefix + (path === '/' && prefix !== '/sync' ? '' : path);
    if (mounted !== undefined) return callsOf(mounted, whole);
    return methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${whole}`);
  });
}

const text = readFileSync(new URL('../../docs/routes.md', import.meta.url), 'utf8');
const rows = text.split('\n').flatMap((line) => {
  const [, call, who] = /^\| `([A-Z]+ \/[^`]*)` \| ([a-z ]+) \|/.exec(line) ?? [];
  return call === undefined || who === undefined ? [] : [{ call, who }];
});

const ask = (call: string, token?: string) => {
  const [method = '', path = ''] = call.split(' ');
  const named = path.replace(':workshop', manager.session.workshop.id).replaceAll(/:[a-z0-9]+/gi, 'x');
  const body = method === 'POST' || method === 'PUT' ? { body: {} } : {};
  return server.call(named, { method, ...body, ...(token === undefined ? {} : { token }) });
};

describe('the table of routes', () => {
  it('names every route of the app, and no other', () => {
    const listed = callsOf((app as Express & { readonly router: unknown }).router as unknown as Listing);
    expect(rows.map(({ call }) => call).toSorted()).toEqual(listed.toSorted());
  });

  it('names schemas that there are', () => {
    const named = text.match(/[a-zA-Z]+Schema\b/g) ?? [];
    expect(named.filter((name) => !(name in domain))).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });

  it('says of each route who may call it', async () => {
    const closed = rows.filter(({ who }) => ['member', 'removed too', 'owner'].includes(who));
    const open = rows.filter((row) => !closed.includes(row)).map(({ who }) => who);
    expect([...new Set(open)].toSorted()).toEqual(['anybody', 'session']);
    for (const { call, who } of closed) {
      expect([call, (await ask(call)).status]).toEqual([call, 401]);
      const status = who === 'owner' ? (await ask(call, manager.session.accessToken)).status : 403;
      expect([call, status]).toEqual([call, 403]);
    }
  });
});
