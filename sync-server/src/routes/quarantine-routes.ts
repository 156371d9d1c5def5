import { Router, type Response } from 'express';
import {
  dismissRequestSchema,
  ownRefusalsRequestSchema,
  quarantineUploadSchema,
  readmitAllRequestSchema,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { callerOf, requireCaller, requireCallerAlsoRemoved, requireOwner } from '#src/http/authenticate.ts';
import { BodiesInHand, untilDone } from '#src/http/bodies-in-hand.ts';
import { jsonBody } from '#src/http/json-body.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { pageQueryOf } from '#src/sync/keeping/page-of.ts';
import { ownRefusals } from '#src/sync/keeping/own-refusals.ts';
import { listQuarantine } from '#src/sync/keeping/quarantine-list.ts';
import { keepUploaded } from '#src/sync/keeping/quarantine-upload.ts';
import { dismiss } from '#src/sync/keeping/dismiss.ts';
import { readmitAll, readmitWithLines } from '#src/sync/keeping/readmit-all.ts';
import type { Readmission } from '#src/sync/keeping/readmit.ts';
import { inTurn } from '#src/sync/in-turn.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Context } from '../context.ts';

/** As on `/sync`: whoever has more sends it in parts. */
const maxBodyBytes = 4 * 1024 * 1024;
const maxListBytes = 64 * 1024;

/** What the server did not accept: read and re-admitted by owners, handed over also by people who were removed. */
export function quarantineRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const bodies = new BodiesInHand();
  const owner = [requireCaller(context), requireOwner] as const;
  router.use(limits.account);

  router.get('/', ...owner, async (request, response) => {
    const { store } = await context.documentsOf(callerOf(response).workshopId);
    const all = request.query['all'] === 'true';
    response.json(await listQuarantine(store, { ...pageQueryOf(request.query), all }));
  });

  // Bodies of strangers are not even read.
  router.post(
    '/',
    requireCallerAlsoRemoved(context),
    (request, response, next) => {
      bodies.take(callerOf(response).userId, request, response, maxBodyBytes);
      next();
    },
    jsonBody(maxBodyBytes, { onlyDeclared: true }),
    async (request, response) => {
      const { actor, deviceId, workshopId } = callerOf(response);
      const upload = parseBody(quarantineUploadSchema, request);
      const arrivedAt = new Date(context.now()).toISOString();
      const writer = { actor, deviceId, arrivedAt };
      const workshop = await workshops.of(workshopId);
      const keep = (store: DocumentStore) => keepUploaded(store, writer, upload);
      response.json(await untilDone(response, () => inTurn(workshop, keep)));
    },
  );

  router.post(
    '/mine',
    requireCaller(context),
    jsonBody(maxListBytes, { onlyDeclared: true }),
    async (request, response) => {
      const { actor, deviceId, workshopId } = callerOf(response);
      const asked = parseBody(ownRefusalsRequestSchema, request);
      const { store } = await context.documentsOf(workshopId);
      const caller = { actor, deviceId, arrivedAt: new Date(context.now()).toISOString() };
      response.json(await ownRefusals(store, caller, asked));
    },
  );

  /** Something that an owner does with what is kept, behind what phones are sending. */
  const asOwner = async <T>(
    response: Response,
    work: (readmission: Readmission) => Promise<T>,
  ): Promise<void> => {
    const { userId, deviceId, workshopId } = callerOf(response);
    const owner = { userId, deviceId, arrivedAt: new Date(context.now()).toISOString() };
    const workshop = await workshops.of(workshopId);
    response.json(await inTurn(workshop, (store) => work({ store, owner, auditId: () => context.newId() })));
  };

  router.post(
    '/readmit',
    ...owner,
    jsonBody(maxListBytes, { onlyDeclared: true }),
    async (request, response) => {
      const ids = parseBody(readmitAllRequestSchema, request).ids.map(nameOf);
      await asOwner(response, (readmission) => readmitAll(readmission, ids));
    },
  );

  router.post('/:id/readmit', ...owner, async (request, response) => {
    const id = nameOf(String(request.params['id']));
    await asOwner(response, (readmission) => readmitWithLines(readmission, id));
  });

  router.post(
    '/:id/dismiss',
    ...owner,
    jsonBody(maxListBytes, { onlyDeclared: true }),
    async (request, response) => {
      const id = nameOf(String(request.params['id']));
      const { reason } = parseBody(dismissRequestSchema, request);
      await asOwner(response, (readmission) => dismiss(readmission, id, reason));
    },
  );

  return router;
}

/** With or without its type, as it stands in an address. */
function nameOf(id: string): string {
  if (!/^(quarantine:)?[0-9a-f]{32}$/.test(id)) throw new AppError('not_found');
  return id.includes(':') ? id : `quarantine:${id}`;
}
