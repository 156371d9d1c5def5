import type { Send } from './couch-request.ts';
import { sameJson } from './same-json.ts';

/** Nobody but server admins: everything a person reads goes through the gateway. */
const adminOnly = {
  admins: { names: [], roles: ['_admin'] },
  members: { names: [], roles: ['_admin'] },
} as const;

export async function secureDatabase(send: Send, path: string, isNew = false): Promise<void> {
  const stored = isNew ? undefined : await send({ method: 'GET', path: `${path}/_security` });
  if (sameJson(stored, adminOnly)) return;
  await send({ method: 'PUT', path: `${path}/_security`, body: adminOnly });
}
