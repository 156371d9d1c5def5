import type { CouchFilesConnection } from './couch-files-connection.ts';
import type { FileKey } from './file-store.ts';

/** What one document of an unfinished file holds at most. */
export const maxPartBytes = 512 * 1024;
/** Of a broken request less than this is not worth a document: a hostile sender would make thousands. */
const minBrokenBytes = 32 * 1024;

const startDigits = 9;

export interface CouchPart {
  readonly id: string;
  readonly rev: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Unfinished files as documents `part:<hash>:<person>:<start>-<length>`, because the next part may reach another
 * gateway. The name says what a part is, so gateways that race write the same document or one that is passed over.
 */
export class CouchParts {
  readonly #connection: CouchFilesConnection;
  readonly #path: string;

  constructor(connection: CouchFilesConnection, path: string) {
    this.#connection = connection;
    this.#path = path;
  }

  /** Every part of a file, joined on or not. */
  async all(key: FileKey): Promise<readonly CouchPart[]> {
    const prefix = `${prefixOf(key)}:`;
    return (await this.#rows(prefix, false)).map(({ id, value }) => {
      const [start, length] = id.slice(prefix.length).split('-').map(Number);
      return { id, rev: value.rev, start: start ?? 0, length: length ?? 0 };
    });
  }

  async write(key: FileKey, start: number, bytes: Buffer): Promise<void> {
    const id = `${prefixOf(key)}:${String(start).padStart(startDigits, '0')}-${bytes.length}`;
    const attachment = { content_type: 'application/octet-stream', data: bytes.toString('base64') };
    const json = { at: Date.now(), _attachments: { bytes: attachment } };
    // 409: another request was as fast.
    await this.#connection.done({ method: 'PUT', path: this.#pathOf(id), json }, 201, 202, 409);
  }

  /** The bytes of joined parts, one after the other. */
  async *bytes(parts: readonly CouchPart[]): AsyncGenerator<Uint8Array> {
    for (const { id } of parts) {
      const { stream } = await this.#connection.ask(
        { method: 'GET', path: `${this.#pathOf(id)}/bytes` },
        200,
      );
      for await (const chunk of stream) yield chunk as Uint8Array;
    }
  }

  async drop(parts: readonly { readonly id: string; readonly rev: string }[]): Promise<void> {
    if (parts.length === 0) return;
    const docs = parts.map(({ id, rev }) => ({ _id: id, _rev: rev, _deleted: true }));
    await this.#connection.done(
      { method: 'POST', path: `${this.#path}/_bulk_docs`, json: { docs } },
      201,
      202,
    );
  }

  /** Files of which no part came since. */
  async sweep(before: number): Promise<void> {
    const rows = await this.#rows('part:', true);
    const newest = new Map<string, number>();
    for (const { id, doc } of rows)
      newest.set(fileOf(id), Math.max(newest.get(fileOf(id)) ?? 0, doc?.at ?? 0));
    const old = rows.filter(({ id }) => (newest.get(fileOf(id)) ?? 0) < before);
    await this.drop(old.map(({ id, value }) => ({ id, rev: value.rev })));
  }

  async #rows(prefix: string, withDocs: boolean): Promise<readonly PartRow[]> {
    const range = { startkey: JSON.stringify(prefix), endkey: JSON.stringify(`${prefix}\ufff0`) };
    const query = new URLSearchParams({ ...range, ...(withDocs && { include_docs: 'true' }) });
    const answer = await this.#connection.ask(
      { method: 'GET', path: `${this.#path}/_all_docs?${query.toString()}` },
      200,
    );
    return ((await answer.json()) as { readonly rows: readonly PartRow[] }).rows;
  }

  #pathOf(id: string): string {
    return `${this.#path}/${encodeURIComponent(id)}`;
  }
}

interface PartRow {
  readonly id: string;
  readonly value: { readonly rev: string };
  readonly doc?: { readonly at?: number };
}

const prefixOf = ({ sha256, by }: FileKey): string => `part:${sha256}:${by}`;
const fileOf = (id: string): string => id.slice(0, id.lastIndexOf(':'));

/** The parts that join on to one another from the start; what overlaps is passed over. */
export function joined(parts: readonly CouchPart[]): readonly CouchPart[] {
  const chain: CouchPart[] = [];
  let end = 0;
  for (;;) {
    const next = parts.filter(({ start }) => start === end).toSorted((a, b) => b.length - a.length)[0];
    if (!next || next.length === 0) return chain;
    chain.push(next);
    end += next.length;
  }
}

/** Cuts what comes into parts; a break lets go of little. */
export async function* inParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (): Buffer => {
    const part = Buffer.concat(held);
    [held, size] = [[], 0];
    return part;
  };
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length;) {
        const piece = chunk.subarray(at, at + maxPartBytes - size);
        held.push(piece);
        size += piece.length;
        at += piece.length;
        if (size === maxPartBytes) yield take();
      }
    }
  } catch (error) {
    if (size >= minBrokenBytes) yield take();
    throw error;
  }
  if (size > 0) yield take();
}
