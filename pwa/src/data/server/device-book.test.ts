import { err, ok, type DeviceList, type ErrorCode, type Result } from '@revops/domain';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DeviceBook, type DeviceMemory } from './device-book.ts';
import { flagsByDevice, numbersOf } from './flags-by-device.ts';

const listOf = (missing: number): DeviceList => ({
  items: [
    {
      id: 'd1',
      code: 'A2',
      label: 'Phone',
      user: { id: 'imran', name: 'Imran' },
      issued: 9,
      held: 9 - missing,
      notAccepted: 0,
      missing,
    },
  ],
});

beforeEach(() => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined });
});
afterEach(() => vi.unstubAllGlobals());

function bookWith(answers: Result<DeviceList, ErrorCode>[], remembered?: DeviceList) {
  const written: DeviceList[] = [];
  const asked: string[] = [];
  const memory: DeviceMemory = {
    read: () => Promise.resolve(remembered),
    write: (list) => {
      written.push(list);
      return Promise.resolve();
    },
  };
  const book = new DeviceBook(memory, {
    list: () => Promise.resolve(answers.shift() ?? err('unavailable')),
    revoke: (id) => {
      asked.push(`revoke ${id}`);
      return Promise.resolve(ok(undefined));
    },
    seen: (ids) => {
      asked.push(`seen ${ids.length}`);
      return Promise.resolve(ok(undefined));
    },
  });
  return { book, written, asked };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('what the server has of each phone', () => {
  it('is asked for when somebody looks, and remembered for when there is no signal', async () => {
    const { book, written } = bookWith([ok(listOf(2))]);
    const stop = book.subscribe(() => undefined);
    await settled();
    expect(book.snapshot()).toEqual({ list: listOf(2) });
    expect(written).toEqual([listOf(2)]);
    stop();
  });

  it('is what it said last while it does not answer', async () => {
    const { book } = bookWith([err('unavailable')], listOf(1));
    const stop = book.subscribe(() => undefined);
    await settled();
    expect(book.snapshot()).toEqual({ failure: 'unavailable', list: listOf(1) });
    stop();
  });

  it('is asked for anew after a phone was signed out and after the owner has looked at a number', async () => {
    const { book, asked } = bookWith([ok(listOf(3)), ok(listOf(0))]);
    await book.revoke('d1');
    expect(book.snapshot().list).toEqual(listOf(3));
    await book.seen(Array.from({ length: 201 }, (_, index) => `flag:${index}`));
    expect(book.snapshot().list).toEqual(listOf(0));
    expect(asked).toEqual(['revoke d1', 'seen 200']);
  });
});

it('numbers given twice are told phone by phone, each number once', () => {
  const flag = (id: string, kind: 'number_held' | 'counter_held', key: string) => ({
    id,
    kind,
    key,
    documentId: 'job:1',
    user: { id: 'imran', name: 'Imran' },
    device: { id: 'd1', code: 'A2' },
    createdAt: '2026-02-01T10:00:00.000Z',
  });
  const [device, ...others] = flagsByDevice([
    flag('f1', 'number_held', 'A2:0042'),
    flag('f2', 'counter_held', 'd1:7'),
    flag('f3', 'counter_held', 'd1:7'),
  ]);
  expect(others).toEqual([]);
  expect(device && numbersOf(device)).toEqual([
    { label: 'A2-0042', documentId: 'job:1' },
    { label: 'A2 · 7', documentId: 'job:1' },
  ]);
});
