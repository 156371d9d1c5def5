import { z } from 'zod';
import type { EngineEnv, Replica } from './env.ts';
import type { Gateway } from './gateway.ts';
import { writeRevisions } from './write-revisions.ts';

const rowsSchema = z.object({
  rows: z.array(
    z.object({ doc: z.looseObject({ _id: z.string(), _rev: z.string() }).nullish().catch(undefined) }),
  ),
});

/**
 * The workshop's name, currency and zone and who the person is come before everything else, so that the first screen
 * is right while thousands of documents are still on their way.
 */
export async function fetchFirstDocuments(
  env: EngineEnv,
  gateway: Gateway,
  replica: Replica,
  signal: AbortSignal,
): Promise<void> {
  const keys = ['workshop:self', `member:${env.userId}`];
  const held = await replica.allDocs({ keys });
  if (held.rows.every((row) => !('error' in row))) return;
  const path = `${encodeURIComponent(env.workshopId)}/_all_docs?include_docs=true`;
  const body = JSON.stringify({ keys });
  const answer = await gateway.json({ kind: 'all_docs', path, body, signal });
  const documents = rowsSchema.parse(answer).rows.flatMap(({ doc }) => (doc ? [doc] : []));
  // Without their ancestry, which the pull adds by itself with the next revision.
  await writeRevisions(env, replica, documents);
  await env.step?.('replica:first-documents');
}
