import { personOf, withoutPerson, type AnyDocument } from '@revops/domain';
import { metaIn, putMeta } from '../database/meta.ts';
import type { WriteTx } from '../database/schema.ts';
import type { Change } from '../fold/base-row.ts';

/** Body by body: what of it may stay after these were erased. */
function left(body: AnyDocument, ids: ReadonlySet<string>): AnyDocument | undefined {
  if (ids.has(body._id)) return undefined;
  return ids.has(personOf(body) ?? '') ? (withoutPerson(body) ?? body) : body;
}

/**
 * A body that is about to be kept here, without what it says of somebody who was erased: what was typed of them since would
 * else stay for ever. Whoever is on this phone again was brought back by a restore.
 */
export async function withoutErased(tx: WriteTx, body: AnyDocument): Promise<AnyDocument> {
  const person = personOf(body);
  const erased = (await metaIn(tx, 'erased')) ?? [];
  if (person === undefined || !erased.includes(person)) return body;
  const isBack = (await tx.objectStore('rows').getKey(person)) !== undefined;
  return isBack ? body : (withoutPerson(body) ?? body);
}

/**
 * Takes what an owner erased out of everything that only this phone has: what waits, what was refused, what is kept for
 * an owner. What other unsent work repeats of the person goes too; the work itself stays. To be folded by the caller.
 */
export async function forgetIn(tx: WriteTx, erased: readonly string[]): Promise<Change[]> {
  const ids = new Set(erased);
  const journal = tx.objectStore('journal');
  const tray = tx.objectStore('tray');
  const recovery = tx.objectStore('recovery');
  const cleared: Change[] = [];
  for (const entry of await journal.getAll()) {
    const body = left(entry.body, ids);
    if (body === undefined) await journal.delete(entry.id);
    else if (body !== entry.body) {
      await journal.put({ ...entry, body });
      cleared.push({ id: entry.id });
    }
  }
  for (const item of await tray.getAll()) {
    const body = left(item.body, ids);
    if (body === undefined) await tray.delete(item.key);
    else if (body !== item.body) await tray.put({ ...item, body });
  }
  for (const item of await recovery.getAll()) {
    const body = left(item.body, ids);
    if (body === undefined) await recovery.delete(item.key);
    else if (body !== item.body) await recovery.put({ ...item, body });
  }
  const known = (await metaIn(tx, 'erased')) ?? [];
  await putMeta(tx, 'erased', [...new Set([...known, ...erased])]);
  return [...erased.map((id): Change => ({ id, server: 'removed', refused: 'answered' })), ...cleared];
}
