import { instantOf } from '@revops/domain';
import { reading, writing, type DeviceDatabase } from '../database/open.ts';
import type { DraftRecord, WriteTx } from '../database/schema.ts';

/** Which form, and about which document. */
export interface DraftPlace {
  readonly form: string;
  readonly about?: string | undefined;
}

export const draftKey = ({ form, about }: DraftPlace): string =>
  about === undefined ? form : `${form} ${about}`;

export const readDraft = (db: DeviceDatabase, place: DraftPlace): Promise<DraftRecord | undefined> =>
  reading(db, (tx) => tx.objectStore('drafts').get(draftKey(place)));

/** Relaxed: a form that is typed into must not wait for the disk; a killed app loses nothing by it. */
export const writeDraft = (
  db: DeviceDatabase,
  place: DraftPlace,
  values: unknown,
  now: () => number,
): Promise<void> =>
  writing(db, 'relaxed', async (tx) => {
    const { about } = place;
    const draft = { key: draftKey(place), values, savedAt: instantOf(now()) };
    await tx.objectStore('drafts').put(about === undefined ? draft : { ...draft, about });
  });

export const dropDraft = (db: DeviceDatabase, key: string): Promise<void> =>
  writing(db, 'relaxed', (tx) => tx.objectStore('drafts').delete(key));

/** What was being typed about documents whose right is lost leaves with them. */
export async function dropDraftsAbout(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const drafts = tx.objectStore('drafts');
  // Mostly there are none, and one request tells.
  if ((await drafts.count()) === 0) return;
  for (const id of ids)
    for (const key of await drafts.index('about').getAllKeys(id)) await drafts.delete(key);
}
