import { useDeviceBook, useDevices } from '#src/data/hooks/index.ts';
import { stillToCome } from '#src/data/server/still-to-come.ts';

/** How many entries of a person are still only on their phones, as far as it can be told. */
export function useUnsentOf(userId: string): number {
  const devices = useDevices();
  const { list } = useDeviceBook();
  if (devices.status === 'loading') return 0;
  return stillToCome(devices.value, list?.items)
    .filter((device) => device.userId === userId)
    .reduce((sum, device) => sum + (device.missing ?? 0), 0);
}
