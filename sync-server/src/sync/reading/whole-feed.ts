import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { ChangesAnswer } from './changes-answer.ts';

/**
 * `_changes` without a limit, as CouchDB answers it: everything up to the end of the feed. CouchDB's own replicator asks
 * so once, and takes what it got for all there is. Read page by page, so that nobody waits longer for it than for any
 * other reader, and only as fast as it is taken.
 */
export async function sendWholeFeed(
  response: Response,
  since: string,
  read: (since: string) => Promise<ChangesAnswer>,
): Promise<void> {
  // The first page before the answer begins, so that a store that fails has a status of its own.
  const first = await read(since);
  if (first.pending === 0) {
    response.json(first);
    return;
  }
  response.status(200).type('json');
  try {
    await pipeline(Readable.from(textOf(first, read), { highWaterMark: 1 }), response);
  } catch {
    // Too late for a status: the connection ends, and the reader asks again.
    response.destroy();
  }
}

async function* textOf(
  first: ChangesAnswer,
  read: (since: string) => Promise<ChangesAnswer>,
): AsyncGenerator<string> {
  yield '{"results":[';
  let separator = '\n';
  for (let answer = first; ; answer = await read(answer.last_seq)) {
    for (const row of answer.results) {
      yield separator + JSON.stringify(row);
      separator = ',\n';
    }
    if (answer.pending > 0) continue;
    const { results: _sent, ...end } = answer;
    const restarted = first.restarted === true ? { restarted: true } : {};
    yield `\n],${JSON.stringify({ ...end, ...restarted }).slice(1)}`;
    return;
  }
}
