import { expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { quarantineOf, type Quarantined } from './quarantine.ts';
import { QuarantineRoom, roomPerPerson, roomPerSender, roomPerWorkshop } from './quarantine-room.ts';

/** Only the note beside the data is needed. */
function noteStore(): DocumentStore {
  const notes = new Map<string, Readonly<Record<string, unknown>>>();
  return {
    getLocal: (id: string) => Promise.resolve(notes.get(id)),
    putLocal: (id: string, body: Readonly<Record<string, unknown>>) =>
      Promise.resolve(void notes.set(id, body)),
  } as unknown as DocumentStore;
}

let count = 0;
const refused = (bytes: number): Quarantined => {
  count += 1;
  const actor = { userId: 'meera', role: 'manager', deviceIds: [] } as const;
  const writer = { actor, deviceId: undefined, arrivedAt: '2026-04-01T06:00:00.000Z' };
  const given = {
    _id: `note:${count}`,
    _rev: '1-a',
    text: Array(Math.ceil(bytes / 10_000)).fill('x'.repeat(10_000)),
  };
  const how = { via: 'sync', newEdits: false } as const;
  return quarantineOf(writer, given, { code: 'not_permitted', words: '' }, how) as Quarantined;
};

it('no sender takes more than its share, and what is smaller still fits beside what does not', async () => {
  const room = new QuarantineRoom(noteStore());
  const large = Array.from({ length: 50 }, () => refused(480_000));
  const small = refused(10);
  const kept = await room.take([...large, small], { sender: 'phone', who: 'meera' });
  const taken = [...kept].reduce((sum, document) => sum + document.room, 0);
  expect(taken).toBeLessThanOrEqual(roomPerSender);
  expect(kept.size).toBeGreaterThan(40);
  expect(kept.has(small)).toBe(true);
  expect((await room.take([refused(480_000)], { sender: 'phone', who: 'meera' })).size).toBe(0);
  expect((await room.take([refused(480_000)], { sender: 'other', who: 'meera' })).size).toBe(1);
});

it('no person takes more than two phones may hold, however many devices the account has', async () => {
  const store = noteStore();
  let taken = 0;
  for (let device = 0; device < 6; device += 1) {
    const sender = { sender: `phone-${device}`, who: 'meera' };
    const documents = Array.from({ length: 30 }, () => refused(480_000));
    const kept = await new QuarantineRoom(store).take(documents, sender);
    taken += [...kept].reduce((sum, document) => sum + document.room, 0);
  }
  expect(taken).toBeLessThanOrEqual(roomPerPerson);
  expect(taken).toBeGreaterThan(roomPerPerson * 0.95);
  const ravi = { sender: 'phone-of-ravi', who: 'ravi' };
  expect((await new QuarantineRoom(store).take([refused(480_000)], ravi)).size).toBe(1);
});

it('all senders together take no more than the workshop’s share', async () => {
  const room = new QuarantineRoom(noteStore());
  let taken = 0;
  for (let sender = 0; sender < 15; sender += 1) {
    const kept = await room.take(
      Array.from({ length: 45 }, () => refused(480_000)),
      { sender: `phone-${sender}`, who: `person-${sender}` },
    );
    taken += [...kept].reduce((sum, document) => sum + document.room, 0);
  }
  expect(taken).toBeLessThanOrEqual(roomPerWorkshop);
  expect(taken).toBeGreaterThan(roomPerWorkshop * 0.95);
});

it('many small ones take room too: each costs the disk more than its text', () => {
  expect(refused(0).room).toBeGreaterThan(1024);
});
