import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** As many as the store reads at once. */
const rowsPerRead = 64;
/** The largest useful batch over the slowest network that still works; whoever takes longer asks for less. */
const patienceMs = 5 * 60_000;

interface Frame {
  readonly open: string;
  readonly close: string;
}

/**
 * Answers a list as it is read: the largest documents a thousand times over would not fit into memory, as bodies or as
 * text. The first rows are read before the answer begins, so that a store that fails has a status of its own.
 */
export async function sendRows<T>(
  response: Response,
  { open, close }: Frame,
  wanted: readonly T[],
  read: (some: readonly T[]) => Promise<readonly unknown[]>,
): Promise<void> {
  const textOf = async (at: number): Promise<string> => {
    const rows = await read(wanted.slice(at, at + rowsPerRead));
    return rows.map((row) => JSON.stringify(row)).join(',');
  };
  const first = open + (await textOf(0));
  async function* text(): AsyncGenerator<string> {
    yield first;
    for (let at = rowsPerRead; at < wanted.length; at += rowsPerRead) yield `,${await textOf(at)}`;
    yield close;
  }
  response.status(200).type('json');
  try {
    const signal = AbortSignal.timeout(patienceMs);
    await pipeline(Readable.from(text(), { highWaterMark: 1 }), response, { signal });
  } catch {
    // Too late for a status: the connection ends, and the reader asks again.
    response.destroy();
  }
}
