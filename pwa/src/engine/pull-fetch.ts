import { z } from 'zod';
import type { EngineEnv } from './env.ts';
import type { Gateway, GatewayRequest } from './gateway.ts';
import { askPatiently } from './ask-patiently.ts';
import { LiveBodies } from './live-bodies.ts';
import type { RequestKind } from './steps.ts';

const pageSchema = z.object({
  results: z.array(z.unknown()),
  pending: z.number().optional().catch(undefined),
  restarted: z.boolean().optional().catch(undefined),
});

const rowSchema = z.object({ id: z.string(), changes: z.array(z.object({ rev: z.string() })) });

export interface ChangesPage {
  readonly rows: number;
  readonly pending: number;
  readonly restarted: boolean;
  /** Every leaf that its rows name. */
  readonly told: readonly { readonly id: string; readonly rev: string }[];
}

interface PullFetchParts {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  /** What PouchDB sees before `<workshop>`. */
  readonly prefix: string;
  readonly uuid: string;
  readonly signal: AbortSignal;
  /** A single pull rather says what stands in the way. */
  readonly live: boolean;
  /** Throws when the page must not reach PouchDB. */
  readonly onPage: (page: ChangesPage) => Promise<void>;
  /** The reason why the run has to end; PouchDB itself would hide it. */
  readonly onFailure: (error: unknown) => void;
}

const liveTries = 5;

/** What is new while somebody watches comes at once with its bodies; `revs` is the gateway's own word. */
const withBodies = '&include_docs=true&revs=true';

const bulkSchema = z.looseObject({ results: z.array(z.unknown()) });

/** All that PouchDB reads of a response; parsing a page twice would be waste. */
const reply = (value: unknown): Response =>
  ({ ok: true, status: 200, json: () => Promise.resolve(value) }) as unknown as Response;

function kindOf(path: string): RequestKind {
  if (path.includes('/_bulk_get')) return 'bulk_get';
  return path.includes('feed=longpoll') ? 'longpoll' : 'changes';
}

/** The `fetch` that PouchDB pulls through. */
export function createPullFetch(
  parts: PullFetchParts,
): (url: string, init?: RequestInit) => Promise<Response> {
  const { env, gateway, prefix, uuid, signal, live, onPage, onFailure } = parts;
  const bodies = new LiveBodies();

  // PouchDB gives `_bulk_get` up for good after one failure of any kind, so it must not see one.
  async function bulkGet(request: GatewayRequest, asked: string): Promise<unknown> {
    const { results, rest } = bodies.answer(asked);
    if (rest.length === 0) return { results };
    const body = JSON.stringify({ docs: rest });
    const answer = await askPatiently(env, gateway, { ...request, body }, live ? liveTries : 1);
    return { results: [...results, ...bulkSchema.parse(answer).results] };
  }

  async function answer(path: string, init: RequestInit): Promise<Response> {
    // PouchDB asks these two again and again and leaves a failure of the second one uncaught; both are known here.
    if (path === '') return reply({ couchdb: 'Welcome', uuid });
    if (/^[^/]*\/?$/.test(path)) return reply({ db_name: path, update_seq: '0' });
    signal.throwIfAborted();
    const kind = kindOf(path);
    const asked = kind === 'longpoll' ? path + withBodies : path;
    const request: GatewayRequest = { kind, path: asked, signal, cancel: init.signal ?? undefined };
    if (kind === 'bulk_get') {
      const wanted = typeof init.body === 'string' ? init.body : '{"docs":[]}';
      return reply(await bulkGet(request, wanted));
    }
    const page = await gateway.json(request);
    await onPage(readPage(page));
    bodies.take(pageSchema.parse(page).results);
    return reply(page);
  }

  return async (url, init = {}) => {
    try {
      return await answer(url.slice(prefix.length), init);
    } catch (error) {
      // Cancelling a poll of its own is PouchDB's business.
      if (init.signal?.aborted !== true || signal.aborted) onFailure(error);
      throw error;
    }
  };
}

function readPage(answer: unknown): ChangesPage {
  const { results, pending = 0, restarted = false } = pageSchema.parse(answer);
  const told = results.flatMap((result) => {
    const row = rowSchema.safeParse(result);
    return row.success ? row.data.changes.map(({ rev }) => ({ id: row.data.id, rev })) : [];
  });
  return { rows: results.length, pending, restarted, told };
}
