import { ok, type ErrorCode, type Result } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { BringIn, type BringInCalls } from './bring-in.ts';
import { copyOf, payment } from './copy-samples.ts';
import type { DeviceCopy } from './copy-format.ts';

interface Asked {
  readonly path: string;
  readonly body?: { readonly documents: readonly { readonly _id?: unknown; readonly _rev?: unknown }[] };
}

/** A server that stores what it does not know yet, and refuses what a stranger wrote. */
class Server {
  readonly stored = new Set<string>();
  readonly asked: Asked[] = [];
  failAt = Number.POSITIVE_INFINITY;

  calls: BringInCalls = {
    ask: ((call: Asked) => Promise.resolve(this.#answer(call))) as BringInCalls['ask'],
    putFile: ({ sha256 }) => {
      const isKnown = this.stored.has(sha256);
      this.stored.add(sha256);
      return Promise.resolve(ok(isKnown ? 'known' : 'stored'));
    },
  };

  #answer(call: Asked): Result<unknown, ErrorCode> {
    if (this.asked.length >= this.failAt) return { ok: false, reason: 'unavailable' };
    this.asked.push(call);
    const documents = call.body?.documents ?? [];
    if (call.path === '/api/recovery') return ok({ rows: documents.map((document) => this.#row(document)) });
    if (call.path === '/api/quarantine') {
      for (const { body } of documents as unknown as { body: { _id: string } }[]) this.stored.add(body._id);
      return ok({ stored: documents.length, kept: [] });
    }
    return ok({ items: [{ docId: 'payment:8', rev: payment(8, 1)['_rev'] }] });
  }

  #row(document: Readonly<Record<string, unknown>>): object {
    const row = { id: String(document['_id']), rev: String(document['_rev']) };
    if (document['createdBy'] === 'stranger')
      return { ...row, result: 'refused', reason: 'foreign_creator: Nobody knows who wrote it.' };
    const isKnown = this.stored.has(row.id);
    this.stored.add(row.id);
    return { ...row, result: isKnown ? 'known' : 'stored' };
  }
}

const bring = (server: Server, copy: DeviceCopy, steps: number[] = []) =>
  new BringIn(copy, server.calls).run((done) => steps.push(done));
const file = { sha256: 'ab'.repeat(32), type: 'image/jpeg', base64: 'AAAA' };

describe('bringing a copy in', () => {
  it('says what became of each kind, and the second time that all of it is known', async () => {
    const server = new Server();
    const copy = copyOf({
      journal: [payment(1, 5), payment(2, 5), payment(3, 5, 'stranger')],
      files: [file],
    });
    const first = await bring(server, copy);
    expect(first.ok && first.value).toMatchObject({
      documents: [
        { type: 'payment', result: 'stored', count: 2 },
        { type: 'payment', result: 'refused', count: 1 },
      ],
      reasons: ['foreign_creator'],
      files: { stored: 1, known: 0, refused: 0 },
    });
    const second = await bring(server, copyOf({ journal: [payment(1, 5), payment(2, 5)], files: [file] }));
    expect(second.ok && second.value).toMatchObject({
      documents: [{ type: 'payment', result: 'known', count: 2 }],
      files: { stored: 0, known: 1, refused: 0 },
    });
  });

  it('never lets in what had been refused: it joins the owner’s list, once', async () => {
    const server = new Server();
    const reason = { code: 'job_moved', words: 'The job has moved.' };
    const tray = [payment(8, 5), payment(9, 5)].map((body) => ({ body, reason }));
    const answer = await bring(server, copyOf({ tray }));
    expect(answer.ok && answer.value).toMatchObject({ listed: 1, documents: [] });
    expect(server.asked.map(({ path }) => path)).not.toContain('/api/recovery');
    expect([...server.stored]).toEqual(['payment:9']);
  });

  it('goes in parts, and what a broken line left out comes with the next try', async () => {
    const server = new Server();
    const journal = Array.from({ length: 250 }, (_, index) => ({
      ...payment(1, 5),
      _id: `payment:${index}`,
    }));
    server.failAt = 2;
    expect(await bring(server, copyOf({ journal }))).toEqual({ ok: false, reason: 'unavailable' });
    server.failAt = Number.POSITIVE_INFINITY;
    const steps: number[] = [];
    const answer = await bring(server, copyOf({ journal }), steps);
    expect(steps).toEqual([100, 200, 250]);
    expect(answer.ok && answer.value.documents).toEqual([
      { type: 'payment', result: 'known', count: 200 },
      { type: 'payment', result: 'stored', count: 50 },
    ]);
  });
});
