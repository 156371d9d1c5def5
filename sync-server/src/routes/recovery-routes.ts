import { Router, type Response } from 'express';
import { acceptOfferRequestSchema, recoveryOfferSchema, recoverySchema } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { callerOf, requireCaller, requireOwner } from '#src/http/authenticate.ts';
import { BodiesInHand, untilDone } from '#src/http/bodies-in-hand.ts';
import { jsonBody } from '#src/http/json-body.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';
import { acceptOffer, discardOffer, listOffers } from '#src/recovery/answer-offers.ts';
import { assertFewOfOne } from '#src/recovery/few-of-one.ts';
import { keepOffer } from '#src/recovery/keep-offer.ts';
import { recoverDocuments, type Recovery } from '#src/recovery/recover-documents.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { inTurn } from '#src/sync/in-turn.ts';
import type { Workshops } from '#src/sync/workshops.ts';
import type { Context } from '../context.ts';

/** As on `/sync`: whoever has more sends it in parts. */
const maxBodyBytes = 4 * 1024 * 1024;

/** After a restore: what phones and exported files still have. Offered by anybody, brought back by owners alone. */
export function recoveryRoutes(context: Context, limits: RateLimits, workshops: Workshops): Router {
  const router = Router();
  const bodies = new BodiesInHand();
  router.use(limits.account, requireCaller(context), (request, response, next) => {
    bodies.take(callerOf(response).userId, request, response, maxBodyBytes);
    next();
  });
  const json = jsonBody(maxBodyBytes, { onlyDeclared: true });

  const inWorkshop = async <T>(response: Response, work: (store: DocumentStore) => Promise<T>) => {
    const workshop = await workshops.of(callerOf(response).workshopId);
    return untilDone(response, () => inTurn(workshop, work));
  };
  const arrivedAt = (): string => new Date(context.now()).toISOString();
  const recoveryBy = (response: Response, store: DocumentStore): Recovery => {
    const { userId, deviceId } = callerOf(response);
    return { store, owner: { userId, deviceId, arrivedAt: arrivedAt() }, newAuditId: context.newId };
  };

  router.post('/', requireOwner, json, async (request, response) => {
    const { documents } = parseBody(recoverySchema, request);
    assertFewOfOne(documents);
    const recover = (store: DocumentStore) => recoverDocuments(recoveryBy(response, store), documents);
    response.json({ rows: await inWorkshop(response, recover) });
  });

  router.get('/offers', requireOwner, async (_request, response) => {
    response.json(await inWorkshop(response, listOffers));
  });

  router.post('/offers', json, async (request, response) => {
    const { documents } = parseBody(recoveryOfferSchema, request);
    assertFewOfOne(documents);
    const { actor, deviceId } = callerOf(response);
    // Technicians and customers hold nothing of others that is not elsewhere.
    if (actor.role !== 'owner' && actor.role !== 'manager') throw new AppError('forbidden');
    const writer = { actor, deviceId, arrivedAt: arrivedAt() };
    response.json(await inWorkshop(response, (store) => keepOffer(store, writer, documents)));
  });

  router.post('/offers/:id/accept', requireOwner, json, async (request, response) => {
    const { seen } = parseBody(acceptOfferRequestSchema, request);
    const accept = (store: DocumentStore) =>
      acceptOffer(recoveryBy(response, store), senderIn(request.params['id']), seen);
    response.json(await inWorkshop(response, accept));
  });

  router.post('/offers/:id/discard', requireOwner, async (request, response) => {
    const discard = (store: DocumentStore) => discardOffer(store, senderIn(request.params['id']));
    await inWorkshop(response, discard);
    response.json({});
  });

  return router;
}

function senderIn(id: unknown): string {
  if (typeof id === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(id)) return id;
  throw new AppError('not_found');
}
