import { applyPulled } from '#src/data/index.ts';
import { reading } from '#src/data/database/open.ts';
import type { EngineEnv, Replica } from './env.ts';
import type { Turns } from './turns.ts';

const chunkSize = 200;

/** Rows of a chunk that claim to be the server's. */
const serverRows = ({ db }: EngineEnv, after: string) =>
  reading(db, async (tx) => {
    const range = after === '' ? null : IDBKeyRange.lowerBound(after, true);
    const rows = await tx.objectStore('rows').getAll(range, chunkSize);
    return {
      last: rows.length < chunkSize ? undefined : rows.at(-1)?.id,
      held: rows.flatMap(({ id, serverRev }) => (serverRev === undefined ? [] : [{ id, rev: serverRev }])),
    };
  });

/** Takes away what an earlier replica had and the present one, pulled to its end, has not. */
export async function sweepRows(env: EngineEnv, replica: Replica, turns: Turns): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined;) {
    const from = after;
    after = await turns.take(async () => {
      const { last, held } = await serverRows(env, from);
      const present = await replica.allDocs({ keys: held.map(({ id }) => id) });
      const gone = held.filter((_row, index) => {
        const row = present.rows[index];
        return row === undefined || 'error' in row || row.value.deleted === true;
      });
      await env.step?.('sweep:rows-compared');
      const removed = gone.map(({ id, rev }) => ({ id, rev, body: undefined }));
      await applyPulled(env.db, removed, undefined, { fence: env.fence });
      await env.step?.('sweep:rows-removed');
      return last;
    });
  }
}
