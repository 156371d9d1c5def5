import { sessionSchema, type Session } from '@revops/domain';
import type { WorkshopServer } from './workshop-server.ts';

export const BASE = 'http://server.invalid';
export const PASSWORD = 'correct horse battery';

/** One device with a person signed in on it. */
export interface SignedIn {
  readonly label: string;
  readonly email: string;
  readonly session: Session;
  readonly deviceId: string;
}

async function post(
  server: WorkshopServer,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const answer = await server.fetch(BASE + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-token-transport': 'body', ...headers },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${text}`);
  return JSON.parse(text) as unknown;
}

async function signIn(
  server: WorkshopServer,
  label: string,
  email: string,
  path: string,
  body: object,
): Promise<SignedIn> {
  const answer = await post(server, path, body, { 'x-device-id': crypto.randomUUID() });
  const session = sessionSchema.parse(answer);
  if (session.device === undefined) throw new Error(`${label} got no device`);
  return { label, email, session, deviceId: session.device.id };
}

/** An owner, a manager with two phones and a manager with one, all by the server's own REST. */
export async function createAccounts(server: WorkshopServer): Promise<readonly SignedIn[]> {
  const person = (name: string) => ({
    name,
    email: `${name.toLowerCase()}@example.com`,
    phone: '+919876543210',
    password: PASSWORD,
  });
  const owner = await signIn(server, 'owner', 'olga@example.com', '/api/auth/register', {
    ...person('Olga'),
    workshop: { name: 'Simulated garage', timeZone: 'Asia/Kolkata' },
  });
  const join = async (label: string, name: string): Promise<SignedIn> => {
    const headers = { authorization: `Bearer ${owner.session.accessToken}` };
    const invite = (await post(server, '/api/workshops/mine/invites', { role: 'manager' }, headers)) as {
      code: string;
    };
    const input = { inviteCode: invite.code, ...person(name) };
    return signIn(server, label, input.email, '/api/auth/join', input);
  };
  const first = await join('meera-1', 'Meera');
  const second = await signIn(server, 'meera-2', first.email, '/api/auth/login', {
    email: first.email,
    password: PASSWORD,
  });
  return [owner, first, second, await join('manoj', 'Manoj')];
}

/** Any other call with a person's token. */
export async function askAs(
  server: WorkshopServer,
  token: string,
  { method, path, body }: { readonly method: string; readonly path: string; readonly body?: unknown },
): Promise<unknown> {
  const answer = await server.fetch(BASE + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** The owner takes a person out of the workshop. */
export async function removePerson(
  server: WorkshopServer,
  ownerToken: string,
  userId: string,
): Promise<void> {
  const answer = await server.fetch(`${BASE}/api/managers/${userId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${ownerToken}` },
  });
  if (answer.status !== 204) throw new Error(`removing answered ${answer.status}`);
}

/** The owner invites a person again, who comes back under the same account. */
export async function takeBack(
  server: WorkshopServer,
  ownerToken: string,
  { email, deviceId, session }: SignedIn,
): Promise<void> {
  const headers = { authorization: `Bearer ${ownerToken}` };
  const path = '/api/workshops/mine/invites';
  const { code } = (await post(server, path, { role: 'manager' }, headers)) as { code: string };
  const { name, phone } = session.user;
  const input = { name, email, phone, password: PASSWORD, inviteCode: code };
  await post(server, '/api/auth/join', input, { 'x-device-id': deviceId });
}

/** An owner brings back what phones offer of what a restore took; answers how many phones had something to offer. */
export async function acceptOffers(server: WorkshopServer, ownerToken: string): Promise<number> {
  const headers = { authorization: `Bearer ${ownerToken}` };
  const answer = await server.fetch(`${BASE}/api/recovery/offers`, { headers });
  if (!answer.ok) throw new Error(`listing what is offered answered ${answer.status}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  for (const { id } of items)
    await post(server, `/api/recovery/offers/${encodeURIComponent(id)}/accept`, {}, headers);
  return items.length;
}

/** A token of the owner at a desk that no fault of this world reaches. */
export function ownersDesk(server: WorkshopServer, { email }: SignedIn, now: () => number) {
  let token = '';
  let goodUntil = 0;
  // A restore forgets sessions that began after it.
  const isKnown = async (): Promise<boolean> =>
    (await server.fetch(`${BASE}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } })).ok;
  return async (): Promise<string> => {
    if (now() < goodUntil && (await isKnown())) return token;
    const session = sessionSchema.parse(await post(server, '/api/auth/login', { email, password: PASSWORD }));
    goodUntil = now() + (session.expiresIn - 60) * 1000;
    return (token = session.accessToken);
  };
}
