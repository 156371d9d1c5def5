import type { Response } from 'express';
import type { ChangesAnswer, WireRow } from './changes-answer.ts';

/**
 * One page of `_changes`, its rows leaving as they are read: while one part travels the store is reading the next. At
 * most a page waits in memory for a slow reader. A store that fails before the first row has a status of its own.
 */
export async function sendPage(
  response: Response,
  read: (tell: (rows: readonly WireRow[]) => void) => Promise<ChangesAnswer>,
): Promise<void> {
  let begun = false;
  const tell = (rows: readonly WireRow[]): void => {
    if (rows.length === 0) return;
    if (!begun) response.status(200).type('json');
    response.write((begun ? ',\n' : '{"results":[\n') + rows.map((row) => JSON.stringify(row)).join(',\n'));
    begun = true;
  };
  try {
    const { results, ...end } = await read(tell);
    if (begun) response.end(`\n],${JSON.stringify(end).slice(1)}`);
    else response.json({ results, ...end });
  } catch (error) {
    if (!begun) throw error;
    // Too late for a status: the connection ends, and the reader asks again.
    response.destroy();
  }
}
