import type { RequestHandler } from 'express';
import { openSession, renewSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { readChangesAnswer, type ChangesAnswer, type WireRow } from './changes-answer.ts';
import { parseChangesQuery } from './changes-query.ts';
import { LiveReader } from './live-reader.ts';
import { sendPage } from './send-page.ts';
import { sendWholeFeed } from './whole-feed.ts';

/** `GET, POST _changes`; stands before parsers of large bodies and before compression, which would hold heartbeats back. */
export function changesHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const query = parseChangesQuery(request);
    response.set('Cache-Control', 'no-store');
    // Not from what the feed has told so far: whoever has just written asks for it here.
    if (query.feed === 'normal') {
      // The turn may come late, and rights must be of the moment.
      const read = (since: string, tell?: (rows: readonly WireRow[]) => void): Promise<ChangesAnswer> =>
        parts.live.scans.run(session.workshop.id, async () =>
          readChangesAnswer(await renewSession(parts, session), query, since, tell),
        );
      if (query.isWhole) await sendWholeFeed(response, query.since, read);
      else await sendPage(response, (tell) => read(query.since, tell));
      return;
    }
    const refusal = parts.live.load.refusal(session.workshop.id, true);
    if (refusal) {
      parts.live.turnAway(response, refusal);
      return;
    }
    const reader = new LiveReader(parts, session, query, response);
    await (query.feed === 'longpoll' ? reader.poll() : reader.stream());
  };
}
