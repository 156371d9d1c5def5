import type { Request } from 'express';
import { keysOf } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { authenticate, type Caller } from '#src/http/authenticate.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Keys } from './reading/readable.ts';
import type { SyncParts, Workshop } from './sync-parts.ts';
import { viewOf } from './view-of.ts';

/** One request of one person to the own workshop's documents. */
export interface SyncSession {
  readonly caller: Caller;
  readonly workshop: Workshop;
  readonly store: DocumentStore;
  readonly keys: Keys;
  readonly view: string;
}

export function sessionOf(caller: Caller, workshop: Workshop): SyncSession {
  const { actor, workshopId } = caller;
  return { caller, workshop, store: workshop.store, keys: keysOf(actor), view: viewOf(workshopId, actor) };
}

/** Another workshop is refused alike whether it exists or not. */
export async function openSession(parts: SyncParts, request: Request): Promise<SyncSession> {
  const caller = await authenticate(parts, request);
  if (request.params['workshop'] !== caller.workshopId) throw new AppError('wrong_workshop');
  return sessionOf(caller, await parts.workshops.of(caller.workshopId));
}

/** The same person with the rights of this moment; a token that ran out meanwhile still ends its own request. */
export async function renewSession(parts: SyncParts, session: SyncSession): Promise<SyncSession> {
  const { userId, workshopId, sessionId, deviceId = '' } = session.caller;
  const [rights, live] = await Promise.all([
    parts.rights.rightsOf(userId),
    parts.rights.isSessionLive(userId, sessionId),
  ]);
  if (rights?.actor.closedDeviceIds?.includes(deviceId) === true) throw new AppError('device_closed');
  if (!rights?.active || rights.workshopId !== workshopId) throw new AppError('member_removed');
  if (!live) throw new AppError('session_ended');
  return sessionOf({ ...session.caller, actor: rights.actor }, session.workshop);
}
