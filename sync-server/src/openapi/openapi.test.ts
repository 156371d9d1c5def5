import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import * as domain from '@revops/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '#src/testing/start-server.ts';
import { describedRoutes } from './described-routes.ts';
import { openApiDocument } from './openapi-document.ts';

const routes = Object.values(describedRoutes).flat();
const table = readFileSync(new URL('../../../docs/routes.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, call = '', who = '', rest = ''] = /^\| `([A-Z]+ \/[^`]*)` \| ([a-z ]+) \|(.*)$/.exec(line) ?? [];
    const schemas = rest.split(' | ')[0]?.match(/\w+Schema\b/g) ?? [];
    return call === '' || call.includes('*') ? [] : [{ call, who, schemas }];
  });

describe('the OpenAPI document', () => {
  it('describes every route of the table, which is every route of the app, for the same people, by the same schemas', () => {
    const told = routes.map(({ call, who, query, body, answer }) => ({
      call,
      who,
      schemas: [query, body, answer].flatMap((named) => Object.keys(named ?? {})),
    }));
    const byCall = (a: { call: string }, b: { call: string }): number => (a.call < b.call ? -1 : 1);
    expect(told.toSorted(byCall)).toEqual(table.toSorted(byCall));
    for (const { query, body, answer } of routes)
      for (const [name, schema] of [query, body, answer].flatMap((named) => Object.entries(named ?? {})))
        expect(schema).toBe((domain as Readonly<Record<string, unknown>>)[name]);
  });

  it('is one to an independent validator, and each call has an id of its own', async () => {
    const document = openApiDocument('https://garage.example');
    const result = await new Validator().validate(structuredClone(document));
    expect([result.valid, result.errors]).toEqual([true, undefined]);
    const ids = Object.values(document['paths'] as object).flatMap((path: object) =>
      Object.values(path).map(({ operationId }: { operationId: string }) => operationId),
    );
    expect(new Set(ids).size).toBe(routes.length);
    expect(ids).toHaveLength(routes.length);
  });

  it('says what a form needs: amounts are integers, a list is a page of items', () => {
    const { components } = openApiDocument('https://garage.example') as {
      components: { schemas: Record<string, { properties: Record<string, object>; required: string[] }> };
    };
    const { paymentInput, jobList } = components.schemas;
    expect(paymentInput?.properties['amount']).toMatchObject({ type: 'integer' });
    expect(paymentInput?.required).toEqual(expect.arrayContaining(['jobId', 'amount', 'kind', 'method']));
    expect(jobList?.properties['items']).toMatchObject({ type: 'array' });
  });
});

describe('/api/docs', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('is a page without scripts, styles of its own or anything from elsewhere', async () => {
    const answer = await fetch(`${server.url}/api/docs`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|https?:\/\//);
    for (const { call } of routes) expect(page).toContain(`<code>${call.split(' ')[1]}</code>`);
    const style = await fetch(`${server.url}/api/docs/style.css`);
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(await (await fetch(`${server.url}/api/docs/openapi.json`)).json()).toMatchObject({
      openapi: '3.1.0',
    });
  });
});
