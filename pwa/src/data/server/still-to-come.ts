import type { DeviceItem } from '@revops/domain';
import type { DeviceView } from '../views.ts';

/**
 * Devices without what did arrive and is not here among the missing: what was not accepted stands in a list of its own,
 * what was erased nowhere. The server says how many that are; without signal what it said last.
 */
export function stillToCome(
  devices: readonly DeviceView[],
  items: readonly Pick<DeviceItem, 'id' | 'notAccepted' | 'erased'>[] = [],
): DeviceView[] {
  const arrived = new Map(items.map(({ id, notAccepted, erased = 0 }) => [id, notAccepted + erased]));
  return devices.map((device) => {
    const { missing } = device;
    const elsewhere = arrived.get(device.id) ?? 0;
    return missing === undefined ? device : { ...device, missing: Math.max(0, missing - elsewhere) };
  });
}
