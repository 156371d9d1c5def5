import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB } from 'idb';
import { expect, test } from 'vitest';
import { opening, testPhone } from '../testing/phone.ts';
import { openDeviceDatabase, reading, writing, type OpenOptions } from './open.ts';

const opened = async (options: OpenOptions = {}) =>
  openDeviceDatabase('revops-w1-asha', { indexedDB: new IDBFactory(), ...options });

test('a connection that died is opened anew once for all who notice, and nothing is lost', async () => {
  const phone = await testPhone();
  const dead = phone.db.connection();
  dead.close();
  const saves = await Promise.all([phone.save(opening()), phone.save(opening({ plate: 'MH12AB9999' }))]);
  expect(phone.db.connection()).not.toBe(dead);
  const held = await reading(phone.db, (tx) => tx.objectStore('journal').getAllKeys());
  for (const id of saves.flatMap(({ ids }) => ids)) expect(held).toContain(id);
});

test('whoever notices late does not close what was opened for the others', async () => {
  const db = await opened();
  const dead = db.connection();
  dead.close();
  await db.reopen(dead);
  const living = db.connection();
  await db.reopen(dead);
  expect(db.connection()).toBe(living);
  expect(await reading(db, (tx) => tx.objectStore('journal').count())).toBe(0);
});

test('a transaction that the browser aborts is repeated on a new connection', async () => {
  const db = await opened();
  const first = db.connection();
  let tries = 0;
  const value = await writing(db, 'strict', async (tx) => {
    tries += 1;
    if (tries === 1) tx.abort();
    await tx.objectStore('meta').put(tries, 'order');
    return tries;
  });
  expect([value, tries]).toEqual([2, 2]);
  expect(db.connection()).not.toBe(first);
});

test('a save on a disk that fails twice rejects, stores nothing and asks for a new page', async () => {
  let broken = 0;
  const db = await opened({ onBroken: () => (broken += 1) });
  const failing = writing(db, 'strict', async (tx) => {
    await tx.objectStore('meta').put(1, 'order');
    throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
  });
  await expect(failing).rejects.toThrow('Connection to Indexed Database server lost');
  expect(broken).toBe(1);
  expect(await reading(db, (tx) => tx.objectStore('meta').get('order'))).toBeUndefined();
});

test('a full disk is told as such, not as an aborted transaction, and is not tried on a new connection', async () => {
  let broken = 0;
  const db = await opened({ onBroken: () => (broken += 1) });
  const before = db.connection();
  const full = writing(db, 'strict', () => Promise.reject(new DOMException('no room', 'QuotaExceededError')));
  await expect(full).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(db.connection()).toBe(before);
  expect(broken).toBe(0);
});

test('a database that is deleted by another tab is not made anew by a late question', async () => {
  const factory = new IDBFactory();
  let closed = 0;
  const db = await opened({ indexedDB: factory, onClosed: () => (closed += 1) });
  const deleted = new Promise((resolve) => {
    factory.deleteDatabase(db.name).addEventListener('success', resolve);
  });
  await deleted;
  expect(closed).toBe(1);
  await expect(reading(db, (tx) => tx.objectStore('rows').count())).rejects.toThrow('closed for good');
  expect((await factory.databases()).map(({ name }) => name)).toEqual([]);
});

test('one that was closed on purpose stays closed', async () => {
  const db = await openDeviceDatabase('revops-w1-closed');
  db.close();
  await expect(reading(db, (tx) => tx.objectStore('rows').count())).rejects.toThrow('closed for good');
  await deleteDB('revops-w1-closed');
});

test('a newer version in another tab is told apart from a deletion', async () => {
  const factory = new IDBFactory();
  const heard: string[] = [];
  const db = await opened({
    indexedDB: factory,
    onClosed: () => heard.push('closed'),
    onOutdated: () => heard.push('outdated'),
  });
  await new Promise((resolve) => {
    factory.open(db.name, 99).addEventListener('success', resolve);
  });
  expect(heard).toEqual(['outdated']);
});
