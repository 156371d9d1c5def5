import type { DeviceList } from '@revops/domain';
import type { Luck } from '../luck.ts';
import type { Phone } from '../phone.ts';
import type { World } from '../world.ts';

/** A phone is lost: the owner signs it out for good. Half of them turn up again at once and their people sign in. */
export async function revokeDevice(
  { server, people, counts, trace, owner }: World,
  phone: Phone,
  luck: Luck,
): Promise<void> {
  if (!server.isUp) return;
  const { id } = phone.session.device;
  const { items } = await people.ask<DeviceList>('GET', '/api/devices');
  const device = items.find((one) => one.id === id);
  // A server that was put back may not know it yet.
  if (device === undefined) return;
  await people.ask('POST', `/api/devices/${id}/revoke`, {});
  owner.revoked.set(id, device.issued);
  counts.add('device_revoked');
  trace(`  ${phone.label} is signed out for good, which had counted to ${device.issued}`);
  if (luck.chance(0.5)) return;
  phone.session.end();
  await phone.session.signIn(phone.db).catch(() => undefined);
}
