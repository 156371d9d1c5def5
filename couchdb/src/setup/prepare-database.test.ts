import { describe, expect, it } from 'vitest';
import { CouchError, type CouchRequest, type Send } from './couch-request.ts';
import { prepareDatabase } from './prepare-database.ts';

/** A CouchDB with one database at the most, which notes what it was asked. */
function couch(isThere = false) {
  const stored = new Map<string, unknown>(isThere ? [['/ws-rao', {}]] : []);
  const asked: string[] = [];
  const answer = ({ method, path, body }: CouchRequest): unknown => {
    const place = path.replace('?q=1', '');
    asked.push(`${method} ${place}`);
    const known = stored.get(place) as { readonly _rev?: string } | undefined;
    if (method === 'GET') {
      if (known !== undefined) return known;
      throw new CouchError(404, 'missing');
    }
    const given = body as { readonly _rev?: string } | undefined;
    const isDesign = place.includes('/_design/');
    if (known && place === '/ws-rao') throw new CouchError(412, 'there is one');
    if (known && isDesign && known._rev !== given?._rev) throw new CouchError(409, 'conflict');
    stored.set(place, { ...given, ...(isDesign ? { _rev: `${asked.length}-x` } : {}) });
    return { ok: true };
  };
  const send: Send = (request) => Promise.resolve().then(() => answer(request));
  return { send, asked, stored };
}

const designOf = (line: string): string => line.slice(line.indexOf('_design/'));

describe('a database that is prepared', () => {
  it('is looked through for nothing when it was not there', async () => {
    const { send, asked } = couch();
    const { created, changed } = await prepareDatabase(send, 'ws-rao');
    expect(created).toBe(true);
    expect(asked[0]).toBe('PUT /ws-rao');
    expect(asked.slice(1).map((line) => line.split(' ')[0])).toEqual(asked.slice(1).map(() => 'PUT'));
    expect(asked).toContain('PUT /ws-rao/_security');
    expect(asked.filter((line) => line.includes('_design/')).map(designOf)).toEqual(changed);
  });

  it('is left as it is the second time', async () => {
    const { send, asked } = couch();
    await prepareDatabase(send, 'ws-rao');
    const before = asked.length;
    expect(await prepareDatabase(send, 'ws-rao')).toEqual({ created: false, changed: [] });
    expect(asked.slice(before + 1).every((line) => line.startsWith('GET '))).toBe(true);
  });

  it('takes the designs of another gateway that prepares it at the same moment', async () => {
    const { send, stored } = couch();
    const [one, other] = await Promise.all([
      prepareDatabase(send, 'ws-rao'),
      prepareDatabase(send, 'ws-rao'),
    ]);
    expect(one.created).not.toBe(other.created);
    const designs = [...stored.keys()].filter((place) => place.includes('_design/')).map(designOf);
    expect([...one.changed, ...other.changed].toSorted()).toEqual(designs.toSorted());
  });
});
