import type { DeviceItem } from '@revops/domain';
import type { DeviceView } from '../views.ts';

/**
 * Devices without what did arrive but was not accepted among the missing: it stands in a list of its own and will not
 * come. The server says how many that are; without signal what it said last.
 */
export function stillToCome(
  devices: readonly DeviceView[],
  items: readonly Pick<DeviceItem, 'id' | 'notAccepted'>[] = [],
): DeviceView[] {
  const refused = new Map(items.map(({ id, notAccepted }) => [id, notAccepted]));
  return devices.map((device) => {
    const { missing } = device;
    const notAccepted = refused.get(device.id) ?? 0;
    return missing === undefined ? device : { ...device, missing: Math.max(0, missing - notAccepted) };
  });
}
