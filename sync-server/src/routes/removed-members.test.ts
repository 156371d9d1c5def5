import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invite, Session } from '@revops/domain';
import { errorHandler } from '#src/http/error-handler.ts';
import { callerOf, requireCallerAlsoRemoved } from '#src/http/authenticate.ts';
import {
  callServer,
  joinWorkshop,
  registerOwner,
  startServer,
  type TestServer,
} from '#src/testing/start-server.ts';
import { Phone, typed } from '#src/testing/sync-kit.ts';

const dayMs = 24 * 3_600_000;

let server: TestServer;
let owner: Session;
let clock = Date.now();

/** A call that takes removed people in, as the hand-over of unsent work does. */
let doors: Server;

beforeAll(async () => {
  server = await startServer({ overrides: { now: () => clock } });
  owner = await registerOwner(server);
  const { context } = server;
  const app = express()
    .get('/', requireCallerAlsoRemoved(context), (_request, response) => {
      const { userId, workshopId, deviceId, actor } = callerOf(response);
      response.json({ userId, workshopId, deviceId, role: actor.role });
    })
    .use(errorHandler(context.logger, context.metrics));
  doors = app.listen(0, '127.0.0.1');
  await once(doors, 'listening');
});
afterAll(async () => {
  doors.close();
  await server.stop();
});

const handOver = ({ accessToken }: { readonly accessToken: string }) =>
  callServer(`http://127.0.0.1:${(doors.address() as AddressInfo).port}`, '/', { token: accessToken });

const remove = async (who: Session): Promise<void> => {
  const answer = await server.call(`/api/managers/${who.user.id}`, {
    method: 'DELETE',
    token: await freshTokenOf(owner),
  });
  expect(answer.status).toBe(204);
};

/** The owner's own session is kept alive over the months of these tests. */
async function freshTokenOf(session: Session): Promise<string> {
  const answer = await server.call<Session>('/api/auth/login', {
    body: { email: session.user.email, password: 'correct horse' },
    headers: { 'x-device-id': session.device?.id ?? '' },
  });
  return answer.body.accessToken;
}

const joined = async (): Promise<Session> =>
  joinWorkshop(server, { ...owner, accessToken: await freshTokenOf(owner) });

const refresh = (session: Session) =>
  server.call<Session & { error: { code: string } }>('/api/auth/refresh', {
    body: { refreshToken: session.refreshToken },
  });

const claimsOf = (session: Session): Record<string, unknown> =>
  JSON.parse(Buffer.from(session.accessToken.split('.')[1] ?? '', 'base64url').toString());

async function rejoin(leaver: Session, role: string): Promise<Session> {
  const invite = await server.call<Invite>('/api/workshops/mine/invites', {
    token: await freshTokenOf(owner),
    body: { role },
  });
  const answer = await server.call<Session>('/api/auth/join', {
    body: {
      inviteCode: invite.body.code,
      name: leaver.user.name,
      email: leaver.user.email,
      phone: '+919876500000',
      password: 'correct horse',
    },
    headers: { 'x-device-id': leaver.device?.id ?? '' },
  });
  expect(answer.status).toBe(201);
  return answer.body;
}

describe('a removed member', () => {
  it('is refused on every path, with a token from before and from after the removal', async () => {
    const leaver = await joined();
    expect(claimsOf(leaver)['removed']).toBeUndefined();
    await remove(leaver);
    const later = await refresh(leaver);
    expect(later.status).toBe(200);
    expect(claimsOf(later.body)).toMatchObject({ removed: true, wid: owner.workshop.id });
    const workshop = `/sync/${owner.workshop.id}`;
    const paths: readonly (readonly [string, string, unknown?])[] = [
      ['GET', '/api/auth/me'],
      ['GET', '/api/auth/sessions'],
      ['GET', '/api/workshops/mine'],
      ['GET', '/api/managers'],
      ['POST', `/api/jobs/${crypto.randomUUID()}/reassign`, { desk: owner.user.id }],
      ['GET', '/api/quarantine'],
      ['POST', `/api/quarantine/${'a'.repeat(32)}/readmit`],
      ['GET', '/api/audit/workshop:self'],
      ['GET', '/sync/'],
      ['GET', workshop],
      ['GET', `${workshop}/_changes`],
      ['GET', `${workshop}/_changes?feed=longpoll`],
      ['GET', `${workshop}/_changes?feed=continuous`],
      ['GET', `${workshop}/ids`],
      ['GET', `${workshop}/workshop%3Aself`],
      ['PUT', `${workshop}/workshop%3Aself`, {}],
      ['GET', `${workshop}/_local/x`],
      ['PUT', `${workshop}/_local/x`, {}],
      ['POST', `${workshop}/_bulk_get`, { docs: [] }],
      ['POST', `${workshop}/_bulk_docs`, { docs: [], new_edits: false }],
      ['POST', `${workshop}/_revs_diff`, {}],
      ['POST', `${workshop}/_all_docs`, { keys: ['workshop:self'] }],
      ['POST', `${workshop}/_ensure_full_commit`, {}],
    ];
    for (const session of [leaver, later.body]) {
      for (const [method, path, body] of paths) {
        const answer = await server.call(path, {
          method,
          token: session.accessToken,
          ...(body === undefined ? {} : { body }),
        });
        expect([path, answer.status, JSON.stringify(answer.body).includes('member_removed')]).toEqual([
          path,
          403,
          true,
        ]);
      }
    }
  });

  it('is let in where unsent work is handed over, as the person and device that the token names', async () => {
    const leaver = await joined();
    await remove(leaver);
    for (const session of [leaver, (await refresh(leaver)).body]) {
      expect(await handOver(session)).toMatchObject({
        status: 200,
        body: {
          userId: leaver.user.id,
          workshopId: owner.workshop.id,
          deviceId: leaver.device?.id,
          role: 'manager',
        },
      });
    }
    const body = { _id: `jobEvent:${crypto.randomUUID()}`, _rev: `1-${'a'.repeat(32)}`, type: 'jobEvent' };
    const kept = await server.call<{ stored: number }>('/api/quarantine', {
      token: (await refresh(leaver)).body.accessToken,
      body: { documents: [{ body }] },
    });
    expect([kept.status, kept.body.stored]).toEqual([200, 1]);
    expect((await handOver({ accessToken: 'x.y.z' })).status).toBe(401);
  });

  it('can refresh for 90 days, also after weeks of silence, and not a day longer', async () => {
    const start = clock;
    const leaver = await joined();
    await remove(leaver);
    let session: Session = leaver;
    for (const day of [60, 89]) {
      clock = start + day * dayMs;
      const answer = await refresh(session);
      expect([day, answer.status]).toEqual([day, 200]);
      session = answer.body;
      expect((await handOver(session)).status).toBe(200);
    }
    clock = start + 91 * dayMs;
    expect((await refresh(session)).body.error.code).toBe('session_ended');
    expect((await handOver(session)).status).toBe(401);
  });

  it('comes back under the same id, and then the old sessions are sessions again', async () => {
    const leaver = await joined();
    await remove(leaver);
    const away = (await refresh(leaver)).body;
    const back = await rejoin(leaver, 'manager');
    expect(back.user.id).toBe(leaver.user.id);
    expect(back.device).toEqual(leaver.device);
    const renewed = await refresh(away);
    expect(renewed.status).toBe(200);
    expect(claimsOf(renewed.body)['removed']).toBeUndefined();
    for (const session of [back, renewed.body])
      expect((await server.call('/api/auth/me', { token: session.accessToken })).status).toBe(200);
    clock += 29 * dayMs;
    const kept = await refresh(renewed.body);
    clock += 29 * dayMs;
    expect([kept.status, (await refresh(kept.body)).status]).toEqual([200, 200]);
  });

  it('of one workshop hands over there although an own one was founded since', async () => {
    const leaver = await joined();
    await remove(leaver);
    const founded = await server.call<Session>('/api/auth/register', {
      body: {
        name: 'Leaver',
        email: leaver.user.email,
        phone: '98765 43210',
        password: 'correct horse',
        workshop: { name: 'Own Motors' },
      },
    });
    expect(founded.status).toBe(201);
    const away = await refresh(leaver);
    expect(claimsOf(away.body)).toMatchObject({ removed: true, wid: owner.workshop.id });
    expect((await handOver(away.body)).body).toMatchObject({ workshopId: owner.workshop.id });
    expect((await handOver(founded.body)).body).toMatchObject({ workshopId: founded.body.workshop.id });
  });
});

describe('other keys', () => {
  it('are another view: another replication, and no place in the old feed counts', async () => {
    const leaver = await joined();
    const before = new Phone(server, leaver, () => clock);
    const documents = before.openJob();
    await before.send(documents);
    const { last_seq: since } = await before.changes();
    const uuidOf = async (session: Session) =>
      (await server.call('/sync/', { token: session.accessToken })).body['uuid'];
    const uuid = await uuidOf(leaver);
    await remove(leaver);
    const technician = await rejoin(leaver, 'technician');
    expect(await uuidOf(technician)).not.toBe(uuid);
    const after = new Phone(server, technician, () => clock);
    const page = await after.changes(`since=${encodeURIComponent(since)}`);
    expect(page.restarted).toBe(true);
    expect(page.results.map((row) => row.id)).toEqual(['workshop:self']);
    expect((await after.call(`/${encodeURIComponent(typed(documents, 'job')._id)}`)).status).toBe(404);
    await remove(leaver);
    const manager = await rejoin(leaver, 'manager');
    expect(await uuidOf(manager)).toBe(uuid);
    const again = await new Phone(server, manager, () => clock).changes(`since=${encodeURIComponent(since)}`);
    expect(again.restarted).toBeUndefined();
  });

  it('count within two seconds on a gateway that did not hear of the change', async () => {
    const leaver = await joined();
    const me = () => server.call('/api/auth/me', { token: leaver.accessToken });
    expect((await me()).status).toBe(200);
    // As another gateway would do it: straight into the account.
    await server.context.accounts.update(leaver.user.email, (account) => ({ ...account, active: false }));
    clock += 2001;
    expect((await me()).status).toBe(403);
  });
});
