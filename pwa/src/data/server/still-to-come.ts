import type { DeviceView } from '../views.ts';
import type { QuarantineItem } from './quarantine.ts';

/** Devices without what did arrive but was not accepted among the missing: it stands in a list of its own and will not come. */
export function stillToCome(
  devices: readonly DeviceView[],
  refused: readonly Pick<QuarantineItem, 'body'>[],
): DeviceView[] {
  return devices.map((device) => {
    if (device.missing === undefined || device.missing === 0) return device;
    const numbers = refused.filter(({ body }) => body.device === device.id).map(({ body }) => body.n);
    const arrived = new Set(numbers.filter((n) => n !== undefined)).size;
    return { ...device, missing: Math.max(0, device.missing - arrived) };
  });
}
