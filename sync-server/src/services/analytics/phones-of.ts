import type { Dashboard } from '@revops/domain';
import { listDevices } from '#src/sync/keeping/device-list.ts';
import type { DocumentStore } from '#src/store/document-store.ts';

/** Whose entries the figures may lack: phones that still write, and those that ended with something missing. */
export async function phonesOf(
  store: DocumentStore,
  now: string,
): Promise<readonly Dashboard['devices'][number][]> {
  const { items } = await listDevices(store, now);
  return items
    .filter(({ closed, missing }) => closed !== true || missing > 0)
    .map(({ code, label, user, lastHeard, missing }) => ({
      code,
      name: user.name ?? label,
      ...(lastHeard === undefined ? {} : { lastHeard }),
      ...(missing > 0 ? { missing } : {}),
    }));
}
