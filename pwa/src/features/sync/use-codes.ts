import { useDevices, useSession } from '#src/data/hooks/index.ts';

/** The code before an entry's number: a phone may still hold what it wrote as another device. */
export function useCodes(): (deviceId: string) => string {
  const { deviceCode } = useSession();
  const devices = useDevices();
  const known = devices.status === 'ready' ? devices.value : [];
  return (deviceId) => known.find(({ id }) => id === deviceId)?.code ?? deviceCode;
}
