import { check } from './broken-promise.ts';
import { byId } from './covers.ts';
import type { Phone } from './phone.ts';
import { acknowledgedTo, checkAcknowledged, type Bodies } from './promises.ts';
import type { World } from './world.ts';

/** What a restore took may wait for an owner: in the server's keeping, offered, or on the phone that is to offer it. */
async function keptNow(
  phones: readonly Phone[],
  server: World['server'],
  workshopId: string,
): Promise<readonly [Bodies, Bodies]> {
  const disks = await Promise.all(phones.map((phone) => phone.disk()));
  const waiting = disks.flatMap(({ recovery, journal, tray }) =>
    [...recovery, ...journal, ...tray].map(({ body }) => body),
  );
  const offered = await server.offered(workshopId).catch(() => []);
  return [byId(await server.quarantined(workshopId).catch(() => [])), byId([...offered, ...waiting])];
}

/** Promise 2 along the way; what a restore took is looked at when everybody has synced again. */
export async function checkServerNow({ phones, server, workshopId, rollback }: World): Promise<void> {
  if (!server.isUp || rollback.behind.size > 0) return;
  const words = acknowledgedTo(phones);
  // What still lingers on a network may kill the server at any moment.
  const documents = await server.documents(workshopId).catch(() => undefined);
  if (documents === undefined) return check(!server.isUp, () => 'the server runs and cannot read');
  const none: Bodies = new Map();
  const { gone, taken } = rollback;
  const [quarantined, listed] = taken.size === 0 ? [none, none] : await keptNow(phones, server, workshopId);
  checkAcknowledged(words, {
    stored: byId(documents),
    quarantined,
    listed,
    gone,
    taken,
    goneById: none,
    flagged: new Set(),
  });
}
