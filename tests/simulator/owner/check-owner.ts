import { personOf, withoutPerson, type AnyDocument, type DeviceList } from '@revops/domain';
import { check } from '../broken-promise.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';

/** Whether a body says anything of what was erased. */
function tells(body: AnyDocument, erased: ReadonlySet<string>): boolean {
  if (erased.has(body._id)) return true;
  return erased.has(personOf(body) ?? '') && withoutPerson(body) !== undefined;
}

function checkBodies(where: string, bodies: readonly AnyDocument[], erased: ReadonlySet<string>): void {
  const left = bodies.find((body) => tells(body, erased));
  check(left === undefined, () => `erased: ${where} still tells of it in ${left?._id}`);
}

async function onPhone(phone: Phone): Promise<readonly AnyDocument[]> {
  const { documents, journal, tray, recovery } = await phone.disk();
  return [...documents, ...[...journal, ...tray, ...recovery].map(({ body }) => body)];
}

/** Every living branch: an ended one has no body, and `checkNoLeak` looks for earlier ones. */
async function inReplicas({ replicas }: Phone): Promise<readonly AnyDocument[]> {
  const found: AnyDocument[] = [];
  for (const replica of replicas) {
    const { rows } = await replica.allDocs({ include_docs: true, conflicts: true });
    for (const { doc } of rows) if (doc != null) found.push(doc as unknown as AnyDocument);
  }
  return found;
}

/** What an owner erased is nowhere any more, whatever was put back since. */
export async function checkErased({ owner: { erased }, server, phones, workshopId }: World): Promise<void> {
  if (erased.size === 0) return;
  checkBodies('the server', await server.documents(workshopId), erased);
  checkBodies('what the server keeps', await server.quarantined(workshopId), erased);
  checkBodies('what phones offered', await server.offered(workshopId), erased);
  for (const phone of phones) {
    checkBodies(phone.label, await onPhone(phone), erased);
    checkBodies(`the replica of ${phone.label}`, await inReplicas(phone), erased);
  }
}

/** A phone that was signed out for good stays closed, and what it had counted stays known. */
export async function checkRevoked({ owner: { revoked }, people }: World): Promise<void> {
  if (revoked.size === 0) return;
  const { items } = await people.ask<DeviceList>('GET', '/api/devices');
  for (const [id, issued] of revoked) {
    const device = items.find((one) => one.id === id);
    check(device?.closed === true, () => `revoked: ${id} is open again`);
    check(
      (device?.issued ?? 0) >= issued,
      () => `revoked: ${id} had counted to ${issued}, which is forgotten`,
    );
  }
}
