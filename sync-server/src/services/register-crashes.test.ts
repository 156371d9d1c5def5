import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me, Session } from '@revops/domain';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { CutShortStores, type Fate } from '#src/testing/cut-short-stores.ts';
import { ownerInput, startServer, type TestServer } from '#src/testing/start-server.ts';
import { workshopRecordId, type WorkshopRecord } from './workshop-record.ts';

let server: TestServer;
let cut: CutShortStores;
let people = 0;

beforeAll(async () => {
  cut = new CutShortStores(
    await openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-register-')) }),
  );
  server = await startServer({ overrides: { stores: cut.stores } });
});
afterAll(() => server.stop());

interface Person {
  readonly email: string;
  readonly deviceId: string;
}

const register = ({ email, deviceId }: Person) =>
  server.call<Session>('/api/auth/register', {
    body: { ...ownerInput, email },
    headers: { 'x-device-id': deviceId },
  });

function newPerson(): Person {
  people += 1;
  return { email: `founder${people}@example.com`, deviceId: crypto.randomUUID() };
}

/** Everything that a registration leaves is there, once. */
async function expectWhole({ email, deviceId }: Person, session: Session): Promise<void> {
  const { context } = server;
  const account = await context.accounts.byEmail(email);
  expect(account).toMatchObject({ active: true, role: 'owner', workshopId: session.workshop.id });
  expect(account?.devices).toEqual([{ id: deviceId, workshopId: session.workshop.id, code: 'A1' }]);
  const records = (await context.system.list(workshopRecordId(''))) as readonly WorkshopRecord[];
  const own = records.filter(({ owners }) => owners.includes(session.user.id));
  expect(own.map(({ id }) => id)).toEqual([session.workshop.id]);
  const store = await context.workshopStore(session.workshop.id);
  for (const id of ['workshop:self', `member:${session.user.id}`, `device:${deviceId}`])
    expect(await store.get(id)).toMatchObject({ createdBy: session.user.id });
  expect(session.device).toMatchObject({ id: deviceId, code: 'A1' });
  const me = await server.call<Me>('/api/auth/me', { token: session.accessToken });
  expect([me.status, me.body.workshop]).toEqual([200, session.workshop]);
}

/** The process dies at its n-th write; or that one alone fails, or its answer does, and what ran beside it is stored. */
const ways: Readonly<Record<string, (at: number) => (write: number) => Fate>> = {
  'the process dies': (at) => (write) => (write >= at ? 'lost' : 'done'),
  'a write is lost': (at) => (write) => (write === at ? 'lost' : 'done'),
  'an answer is lost': (at) => (write) => (write === at ? 'unanswered' : 'done'),
};

describe.each(Object.keys(ways))('a registration in which %s', (way) => {
  it('is finished by sending it again, wherever it was cut short', async () => {
    for (let at = 1, isOver = false; !isOver; at += 1) {
      const person = newPerson();
      cut.begin(ways[way]?.(at) ?? (() => 'done'));
      const first = await register(person);
      isOver = cut.end() < at;
      expect(first.status === 201).toBe(isOver);
      const second = await register(person);
      expect(second.status).toBe(201);
      await expectWhole(person, second.body);
    }
  });
});
