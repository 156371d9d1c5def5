import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cancelPayment,
  decidePayment,
  money,
  openJob,
  takePayment,
  type AnyDocument,
  type Actor,
} from '@revops/domain';
import { acted, testContext, testPeople } from '@revops/domain/testing';
import type { DocumentStore, StoreServer } from '#src/store/document-store.ts';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { asJob, asPayment, bodyOf, fresh, type WireDocument } from '#src/testing/sync-kit.ts';
import { firstRevision } from './revisions.ts';
import { writeDocuments } from './write-documents.ts';

const { owner, manager } = testPeople;
const start = Date.parse('2026-04-01T06:00:00.000Z');
let server: StoreServer;
let store: DocumentStore;
let count = 0;

beforeAll(async () => {
  server = await openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-words-')) });
  store = await server.open('ws-words');
  await store.bulkWrite([firstRevision({ _id: 'workshop:self', type: 'workshop', access: ['everyone'] })]);
});
afterAll(() => server.close());

/** Another gateway in front of a copy of the cluster whose lists lag: what has just been stored is not in them. */
function lagging(): DocumentStore {
  return new Proxy(store, {
    get(target, name: keyof DocumentStore) {
      if (name === 'allDocs')
        return (query: Parameters<DocumentStore['allDocs']>[0]) =>
          'keys' in query ? target.allDocs(query) : Promise.resolve([]);
      const member: unknown = target[name];
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

async function codes(actor: Actor, documents: readonly unknown[], where = store): Promise<readonly string[]> {
  count += 1;
  const rows = await writeDocuments({
    store: where,
    writer: { actor, deviceId: actor.deviceIds[0], arrivedAt: new Date(start).toISOString() },
    documents,
    newEdits: false,
    auditId: `words-${count}`,
  });
  return rows.map((row) => ('ok' in row ? 'ok' : (row.reason.split(':')[0] ?? '')));
}

const phone = testContext({ actor: manager, startMs: start });
const office = testContext({ actor: owner, code: 'B1', startMs: start });

async function payment(): Promise<WireDocument> {
  const opened = acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' })).documents.map(fresh);
  const job = opened.find(({ type }) => type === 'job') as WireDocument;
  const input = { amount: money(700_00), kind: 'partial', method: 'cash' } as const;
  const [paid] = acted(takePayment(phone, asJob(bodyOf(job)), input)).documents.map(fresh);
  await codes(manager, [...opened, paid]);
  return paid as WireDocument;
}

type Turned = AnyDocument & { readonly turn: number };
/** The same word at another turn, as only a forged or a forgetful phone names it. */
const at = (turn: number, document: AnyDocument): WireDocument =>
  fresh({ ...bodyOf(document), _id: document._id.replace(/\d+$/, String(turn)), turn });
const confirm = (paid: AnyDocument, turn = 1): WireDocument =>
  at(
    turn,
    acted(decidePayment(office, asPayment(bodyOf(paid)), [], { verdict: 'confirmed' }))
      .documents[0] as Turned,
  );
const cancel = (paid: AnyDocument, turn = 1): WireDocument =>
  at(turn, acted(cancelPayment(phone, asPayment(bodyOf(paid)), [], 'typed wrongly')).documents[0] as Turned);

const one = (rows: readonly string[]): number => rows.filter((code) => code === 'ok').length;

describe('a cancellation', () => {
  it('cannot choose a turn of its own beside a decision that another gateway admits', async () => {
    const paid = await payment();
    expect(await codes(manager, [cancel(paid, 2)])).toEqual(['head_unknown']);
    expect(await codes(manager, [cancel(paid, 7)])).toEqual(['head_unknown']);
    expect(await codes(owner, [confirm(paid)])).toEqual(['ok']);
    expect(await codes(manager, [cancel(paid, 2)], lagging())).toEqual(['already_decided']);
    expect(await codes(manager, [cancel(paid, 1)], lagging())).toEqual(['already_decided']);
  });

  it('and a decision at whatever turns: of each pair exactly one is admitted', async () => {
    for (const [mine, theirs] of [
      [1, 1],
      [1, 2],
      [2, 1],
      [1, 5],
    ] as const) {
      for (let round = 0; round < 4; round += 1) {
        const paid = await payment();
        const both = await Promise.all([
          codes(manager, [cancel(paid, mine)], lagging()),
          codes(owner, [confirm(paid, theirs)], lagging()),
        ]);
        // A cancellation that skips a turn never counts, whoever is faster.
        expect(one(both.flat())).toBe(1);
      }
    }
  });

  it('ends the turns: what an owner decides after it is refused, also where the list does not show it yet', async () => {
    const paid = await payment();
    expect(await codes(manager, [cancel(paid)])).toEqual(['ok']);
    expect(await codes(owner, [confirm(paid, 2)], lagging())).toEqual(['after_cancellation']);
    expect(await codes(owner, [confirm(paid, 3)], lagging())).toEqual(['already_decided']);
  });

  it('that lost its turn leaves nothing that would stand in the way of the next', async () => {
    const paid = await payment();
    expect(await codes(owner, [confirm(paid)])).toEqual(['ok']);
    expect(await codes(manager, [cancel(paid)], lagging())).toEqual(['already_decided']);
    const takenBack = fresh({ ...bodyOf(confirm(paid, 2)), verdict: 'withdrawn' });
    expect(await codes(owner, [takenBack])).toEqual(['ok']);
    expect(await codes(manager, [cancel(paid, 3)])).toEqual(['ok']);
    expect(await codes(manager, [cancel(paid, 3)])).toEqual(['already_decided']);
  });
});

describe('decisions', () => {
  it('that left a turn out, because a restore lost it, are stored, and so is what follows them', async () => {
    const paid = await payment();
    expect(await codes(owner, [confirm(paid, 3)])).toEqual(['ok']);
    expect(await codes(owner, [fresh({ ...bodyOf(confirm(paid, 6)), verdict: 'withdrawn' })])).toEqual([
      'ok',
    ]);
    expect(await codes(owner, [confirm(paid, 2)])).toEqual(['ok']);
  });
});
