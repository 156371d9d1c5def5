import { z } from 'zod';
import { askPatiently } from './ask-patiently.ts';
import type { EngineEnv } from './env.ts';
import type { Gateway } from './gateway.ts';

const tries = 5;

const bodySchema = z.looseObject({ _id: z.string(), _rev: z.string() });
const answerSchema = z.object({
  results: z.array(
    z.object({ id: z.string(), docs: z.array(z.object({ ok: bodySchema.optional().catch(undefined) })) }),
  ),
});

export type Fetched = z.infer<typeof bodySchema>;

/**
 * Bodies with their ancestry by `_bulk_get`, as PouchDB asks for them. Without a revision it is the newest, or the
 * removal of one whose right is lost; what is not visible at all is left out.
 */
export async function fetchBodies(
  env: EngineEnv,
  gateway: Gateway,
  docs: readonly { readonly id: string; readonly rev?: string }[],
  signal: AbortSignal,
): Promise<readonly Fetched[]> {
  const path = `${encodeURIComponent(env.workshopId)}/_bulk_get?revs=true&latest=true`;
  const request = { kind: 'bulk_get', path, body: JSON.stringify({ docs }), signal } as const;
  const { results } = answerSchema.parse(await askPatiently(env, gateway, request, tries));
  return results.flatMap((result) => result.docs.flatMap(({ ok }) => (ok === undefined ? [] : [ok])));
}
