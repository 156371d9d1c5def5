import type { OwnRefusals, OwnRefusalsRequest } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Writer } from '../writing/admission.ts';
import { quarantineId, senderOf, type Quarantined } from '../writing/quarantine.ts';
import { Names } from './names.ts';

/** Bodies are up to half a megabyte. */
const perRead = 20;

type Caller = Pick<Writer, 'actor' | 'deviceId' | 'arrivedAt'>;
type Dismissed = Quarantined & { readonly dismissed: NonNullable<Quarantined['dismissed']> };

/**
 * What owners have dismissed of what one phone was refused: its person is told why, and nobody else. Who does not have
 * the very revision gets no answer about it.
 */
export async function ownRefusals(
  store: DocumentStore,
  caller: Caller,
  { entries }: OwnRefusalsRequest,
): Promise<OwnRefusals> {
  const sender = senderOf(caller);
  const ids = [...new Set(entries.map(({ docId, rev }) => quarantineId(docId, rev, sender)))];
  const found: Dismissed[] = [];
  for (let start = 0; start < ids.length; start += perRead) {
    const kept = await store.allDocs({ keys: ids.slice(start, start + perRead) });
    found.push(...(kept as unknown as Quarantined[]).filter(isDismissed));
  }
  const own = found.filter(({ who }) => who === caller.actor.userId);
  const names = await Names.of(
    store,
    own.map(({ dismissed }) => ({ who: dismissed.by })),
  );
  return {
    items: own.map(({ docId, rev, dismissed: { at, by, reason } }) => ({
      docId,
      rev,
      dismissed: { at, by: names.person(by), reason },
    })),
  };
}

/** What was let in after all comes by itself. */
const isDismissed = (kept: Quarantined): kept is Dismissed =>
  kept.dismissed !== undefined && kept.readmitted === undefined;
