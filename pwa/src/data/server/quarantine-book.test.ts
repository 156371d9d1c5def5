import { err, ok, type AnyDocument } from '@revops/domain';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QuarantineBook, type QuarantineCalls } from './quarantine-book.ts';
import type { QuarantineItem } from './quarantine.ts';
import { refusedByPerson } from './refused-by-person.ts';

const item = (
  id: string,
  fields: Readonly<Record<string, unknown>> = {},
  personId = 'ravi',
): QuarantineItem => ({
  id,
  docId: `payment:${id}`,
  reason: { code: 'job_moved', words: '' },
  personId,
  personName: personId,
  receivedAt: '2026-04-01T06:00:00.000Z',
  via: 'sync',
  body: { type: 'payment', amount: 50_000, kind: 'partial', ...fields } as unknown as AnyDocument,
  isKept: true,
});

const calls = (change: Partial<QuarantineCalls> = {}): QuarantineCalls => ({
  list: (after) =>
    Promise.resolve(
      after === undefined
        ? ok({ items: [item('1'), item('2')], next: 'x' })
        : ok({ items: [item('2'), item('3')] }),
    ),
  readmit: () => Promise.resolve(ok({})),
  readmitAll: (wanted) =>
    Promise.resolve(ok({ items: wanted.map((id) => ({ id, docId: `payment:${id}`, rev: '1-a' })) })),
  dismiss: () => Promise.resolve(ok({})),
  ...change,
});

const ids = (book: QuarantineBook): string[] => book.snapshot().items.map(({ id }) => id);

describe("the owner's list of what was not accepted", () => {
  beforeEach(() => {
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('removeEventListener', () => undefined);
    vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined });
    return () => vi.unstubAllGlobals();
  });

  it('asks when the first screen looks, once for all screens', async () => {
    const list = vi.fn<QuarantineCalls['list']>(calls().list);
    const book = new QuarantineBook(calls({ list }));
    expect(list).not.toHaveBeenCalled();
    const leave = [book.subscribe(() => undefined), book.subscribe(() => undefined)];
    await book.refresh();
    expect(list).toHaveBeenCalledTimes(1);
    expect(book.snapshot().status).toBe('ready');
    for (const stop of leave) stop();
  });

  it('an accepted entry takes the lines with it that were refused because of it', async () => {
    const book = new QuarantineBook(calls({ readmit: () => Promise.resolve(ok({ also: ['2'] })) }));
    await book.refresh();
    await book.readmit('1');
    expect(ids(book)).toEqual([]);
  });

  it('of several what cannot be let in stays, with its reason', async () => {
    const error = { code: 'head_unknown', message: '' };
    const answer = [
      { id: '1', docId: 'payment:1', rev: '1-a' },
      { id: '2', docId: 'payment:2', error },
    ];
    const book = new QuarantineBook(calls({ readmitAll: () => Promise.resolve(ok({ items: answer })) }));
    await book.refresh();
    expect(await book.readmitAll(['1', '2'])).toEqual(err('head_unknown'));
    expect(ids(book)).toEqual(['2']);
  });

  it('a dismissed entry leaves the list, and stays where the server did not hear of it', async () => {
    const book = new QuarantineBook(calls());
    await book.refresh();
    await book.dismiss('1', 'typed twice');
    expect(ids(book)).toEqual(['2']);
    const away = new QuarantineBook(calls({ dismiss: () => Promise.resolve(err('unavailable')) }));
    await away.refresh();
    await away.dismiss('1', 'typed twice');
    expect(ids(away)).toEqual(['1', '2']);
  });

  it('continues a page without saying anything twice', async () => {
    const book = new QuarantineBook(calls());
    await book.refresh();
    await book.more();
    expect(ids(book)).toEqual(['1', '2', '3']);
    expect(book.snapshot().next).toBeUndefined();
  });

  it('lets an entry in and takes it from the list; a refusal leaves it there', async () => {
    const book = new QuarantineBook(calls());
    await book.refresh();
    await book.readmit('1');
    expect(ids(book)).toEqual(['2']);
    const strict = new QuarantineBook(calls({ readmit: () => Promise.resolve(err('invalid_document')) }));
    await strict.refresh();
    expect(await strict.readmit('1')).toEqual(err('invalid_document'));
    expect(ids(strict)).toEqual(['1', '2']);
  });

  it('keeps its last answer when the server cannot be asked', async () => {
    let isAway = false;
    const book = new QuarantineBook(
      calls({ list: () => Promise.resolve(isAway ? err('unavailable') : ok({ items: [item('1')] })) }),
    );
    await book.refresh();
    isAway = true;
    await book.refresh();
    expect([book.snapshot().status, book.snapshot().failure, ids(book)]).toEqual([
      'failed',
      'unavailable',
      ['1'],
    ]);
  });
});

describe('the alarm', () => {
  it('sums the money of each person and leaves nonsense out', () => {
    const items = [
      item('1'),
      item('2', { kind: 'refund', amount: 20_000 }),
      item('3', { amount: 'a lot' }),
      item('4', { type: 'job' }),
      item('5', { amount: 1.5 }, 'asha'),
    ];
    expect(refusedByPerson(items)).toEqual([
      { personId: 'ravi', name: 'ravi', count: 4, amount: 30_000 },
      { personId: 'asha', name: 'asha', count: 1, amount: 0 },
    ]);
  });
});
