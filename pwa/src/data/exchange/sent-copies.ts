import { reading, type DeviceDatabase } from '../database/open.ts';
import type { Row } from '../database/schema.ts';
import { serverCopy, type ServerCopy } from '../fold/base-row.ts';

const chunkSize = 200;

/** As the server has it, with the revision that it has there. */
export interface SentCopy extends ServerCopy {
  readonly id: string;
}

/** Everything that the rows hold of the server's, in small steps. */
export async function* sentCopies(db: DeviceDatabase): AsyncGenerator<readonly SentCopy[]> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const range: IDBKeyRange | null = after === '' ? null : IDBKeyRange.lowerBound(after, true);
    const rows: readonly Row[] = await reading(db, (tx) => tx.objectStore('rows').getAll(range, chunkSize));
    yield rows.flatMap((row) => {
      const copy = serverCopy(row);
      return copy === undefined ? [] : [{ id: row.id, ...copy }];
    });
    after = rows.length < chunkSize ? undefined : rows.at(-1)?.id;
  }
}
