import type { DeviceView } from '#src/data/views.ts';

/** After this long without a word a device is named as silent. */
const silentAfterMs = 60 * 60_000;

function isSilent({ closed, lastHeard }: DeviceView, now: string): boolean {
  // A closed phone gives no number any more: only what it issued and is not here counts.
  if (closed) return false;
  return lastHeard === undefined || Date.parse(now) - Date.parse(lastHeard) > silentAfterMs;
}

/** The devices of which something may be missing, those known to miss most first. */
export const openDevices = (devices: readonly DeviceView[], now: string): DeviceView[] =>
  devices
    .filter((device) => (device.missing ?? 0) > 0 || isSilent(device, now))
    .toSorted((a, b) => (b.missing ?? 0) - (a.missing ?? 0));
