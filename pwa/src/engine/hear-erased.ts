import { applyPulled, erasableKept } from '#src/data/index.ts';
import { chunksOf } from './chunks-of.ts';
import type { EngineEnv, Replica } from './env.ts';
import { fetchBodies } from './fetch-bodies.ts';
import type { Gateway } from './gateway.ts';

const askedAtOnce = 200;

/**
 * A list names what there is and not what was erased, so a replica that was filled from one hears of no erasure: what
 * this phone alone has, such as a refused change of a job, would go on naming the person for ever. The server is asked,
 * and what this phone has heard of before does not count: a server whose every file was put back may have forgotten it,
 * and only an owner's phone tells it again.
 */
export async function hearErased(
  env: EngineEnv,
  gateway: Gateway,
  replica: Replica,
  signal: AbortSignal,
): Promise<void> {
  const ids = await erasableKept(env.db);
  if (ids.length === 0) return;
  const { rows } = await replica.allDocs({ keys: [...ids] });
  const open = ids.filter((_id, index) => {
    const row = rows[index];
    return row === undefined || 'error' in row || row.value.deleted === true;
  });
  const erased: string[] = [];
  for (const part of chunksOf(open, askedAtOnce)) {
    const asked = part.map((id) => ({ id }));
    const bodies = await fetchBodies(env, gateway, asked, signal);
    for (const body of bodies)
      if (body['_deleted'] === true && body['erased'] === true) erased.push(body._id);
  }
  if (erased.length === 0) return;
  const gone = erased.map((id) => ({ id, rev: '', body: undefined, erased: true as const }));
  await applyPulled(env.db, gone, undefined, { fence: env.fence });
  await env.step?.('sweep:erased-heard');
}
