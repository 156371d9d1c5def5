import compression from 'compression';
import { Router, type RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import { authenticate } from '#src/http/authenticate.ts';
import { BodiesInHand } from '#src/http/bodies-in-hand.ts';
import { jsonBody } from '#src/http/json-body.ts';
import { getCheckpointHandler, putCheckpointHandler } from './checkpoints.ts';
import { deviceHeard } from './device-heard.ts';
import { changesHandler } from './reading/changes.ts';
import {
  allDocsHandler,
  attachmentWords,
  bulkGetHandler,
  getDocumentHandler,
  revsDiffHandler,
} from './reading/documents.ts';
import { idsHandler } from './reading/ids.ts';
import { fullCommitHandler, welcomeHandler, workshopInfoHandler } from './server-info.ts';
import { LiveParts } from './reading/live-parts.ts';
import { Sweepers } from './sweeper/sweepers.ts';
import type { SyncOptions, SyncParts } from './sync-parts.ts';
import { Workshops } from './workshops.ts';
import { bulkDocsHandler, putDocumentHandler } from './writing/handlers.ts';

export interface SyncGateway {
  /** Mounted at `/sync`. */
  readonly router: Router;
  readonly workshops: Workshops;
  /** Ends waiting readers; called before the server stops listening for good. */
  close(): Promise<void>;
}

/** 200 documents of usual size are 300 KB; whoever sends more at once is told to halve. */
const maxBodyBytes = 4 * 1024 * 1024;
const maxFeedBodyBytes = 64 * 1024;

/** The replication gateway of sync.md: CouchDB's protocol, filtered by the rights of whoever asks. */
export function createSyncGateway(options: SyncOptions): SyncGateway {
  const live = new LiveParts(options.liveLimits, options.metrics);
  const parts: SyncParts = { ...options, live, workshops: new Workshops(options, live) };
  const sweepers = new Sweepers(parts.workshops, {
    now: options.now,
    failed: (error, workshop) => options.logger?.error({ err: error, workshop }, 'sweep failed'),
  });
  return {
    router: createRouter(parts),
    workshops: parts.workshops,
    async close() {
      live.close();
      await sweepers.close();
      await parts.workshops.close();
    },
  };
}

function createRouter(parts: SyncParts): Router {
  const router = Router({ caseSensitive: true });
  router.use('/:workshop/_changes', notOverloaded(parts));
  router.use(['/:workshop', '/'], deviceHeard(parts));
  router.get('/', welcomeHandler(parts));
  // First of all, and with a parser of its own: thousands wait here.
  router
    .route('/:workshop/_changes')
    .get(changesHandler(parts))
    .post(jsonBody(maxFeedBodyBytes), changesHandler(parts));
  router.use('/:workshop', knownCaller(parts, new BodiesInHand()), jsonBody(maxBodyBytes), compression());
  router.get('/:workshop', workshopInfoHandler(parts));
  router.post('/:workshop/_ensure_full_commit', fullCommitHandler(parts));
  router.route('/:workshop/_local/:id').get(getCheckpointHandler(parts)).put(putCheckpointHandler(parts));
  router.post('/:workshop/_revs_diff', revsDiffHandler(parts));
  router.post('/:workshop/_bulk_get', bulkGetHandler(parts));
  router.post('/:workshop/_bulk_docs', bulkDocsHandler(parts));
  router.route('/:workshop/_all_docs').get(allDocsHandler(parts)).post(allDocsHandler(parts));
  router.get('/:workshop/ids', idsHandler(parts));
  router
    .route('/:workshop/:id')
    .get(reservedIsMissing, getDocumentHandler(parts))
    .put(reservedIsMissing, putDocumentHandler(parts));
  router.put('/:workshop/:id/:attachment', reservedIsMissing, refuseAttachment);
  router.use(() => {
    throw new AppError('not_found', 'missing');
  });
  return router;
}

/** Before anything is read, not even who asks. */
function notOverloaded({ live }: SyncParts): RequestHandler {
  return (request, response, next) => {
    const refusal = live.load.refusal(String(request.params['workshop']), false);
    if (refusal) live.turnAway(response, refusal);
    else next();
  };
}

/** Bodies of strangers are not even read, and of each person only so much at once. */
function knownCaller(parts: SyncParts, bodies: BodiesInHand): RequestHandler {
  return async (request, response, next) => {
    const { userId } = await authenticate(parts, request);
    bodies.take(userId, request, response, maxBodyBytes);
    next();
  };
}

/** Names that begin with an underscore are CouchDB's own, and the ones not served do not exist here. */
const reservedIsMissing: RequestHandler = (request, _response, next) => {
  if (String(request.params['id']).startsWith('_')) throw new AppError('not_found', 'missing');
  next();
};

const refuseAttachment: RequestHandler = () => {
  throw new AppError('attachment_refused', attachmentWords);
};
