import type { RequestHandler } from 'express';
import { md5 } from '@revops/domain';
import { authenticate } from '#src/http/authenticate.ts';
import { formatSeq } from './reading/wire-seq.ts';
import { openSession, sessionOf } from './sync-session.ts';
import type { SyncParts } from './sync-parts.ts';

/** `GET /sync/`: PouchDB takes its replication id from `uuid`, so another view or another database starts anew. */
export function welcomeHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const caller = await authenticate(parts, request);
    const session = sessionOf(caller, await parts.workshops.of(caller.workshopId));
    const { first } = await session.workshop.timelines.state();
    const uuid = md5(`${session.view} ${first.id}`);
    response.json({ couchdb: 'Welcome', uuid, view: session.view, vendor: { name: 'RevOps' } });
  };
}

/** `GET /sync/<workshop>` */
export function workshopInfoHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const { info, current } = await session.workshop.timelines.state();
    const { view } = session;
    response.json({
      db_name: session.workshop.id,
      update_seq: formatSeq({ view, timeline: current.id, storeSeq: info.updateSeq }),
      view,
      instance_start_time: '0',
    });
  };
}

/** `POST _ensure_full_commit`: nothing is acknowledged before it is stored, but CouchDB's replicator asks. */
export function fullCommitHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    await openSession(parts, request);
    response.status(201).json({ ok: true, instance_start_time: '0' });
  };
}
