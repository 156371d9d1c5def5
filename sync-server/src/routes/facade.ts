import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { callerOf } from '#src/http/authenticate.ts';
import { idempotencyKeyOf } from '#src/http/idempotency-key.ts';
import type { ActParts } from '#src/services/acts/perform-act.ts';
import { RequestIds } from '#src/services/acts/request-ids.ts';
import { ListReader } from '#src/services/lists/list-reader.ts';
import type { Workshops } from '#src/sync/workshops.ts';

/** What the calls share that read and write a workshop's documents one by one. */
export interface Facade {
  readonly acts: (response: Response) => Promise<ActParts>;
  readonly reader: (response: Response) => Promise<ListReader>;
  /** Names all that a request makes; `id` is the one that the client gave its document. */
  readonly ids: (request: Request, response: Response, type: string, id: string | undefined) => RequestIds;
}

export function createFacade(context: Context, workshops: Workshops): Facade {
  return {
    async acts(response) {
      const caller = callerOf(response);
      return { clock: context, open: await workshops.of(caller.workshopId), caller };
    },
    async reader(response) {
      const { workshopId, actor } = callerOf(response);
      const { store } = await workshops.of(workshopId);
      return new ListReader(store, actor);
    },
    ids(request, response, type, id) {
      const { workshopId, userId } = callerOf(response);
      return new RequestIds({ workshopId, userId, type, id, key: idempotencyKeyOf(request) }, context.newId);
    },
  };
}
