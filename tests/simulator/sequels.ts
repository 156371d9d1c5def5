import { killAtStep } from './kill-at-step.ts';
import type { Luck } from './luck.ts';
import { restoreArchive, takeArchive } from './owner/archives.ts';
import { erase } from './owner/erase.ts';
import { importCopy } from './owner/import-copy.ts';
import { revokeDevice } from './owner/revoke-device.ts';
import type { Phone } from './phone.ts';
import type { Sequel } from './sequel.ts';
import type { World } from './world.ts';

/** What follows some events, with chance of its own. */
export const sequels: Readonly<Record<Sequel, (world: World, phone: Phone, luck: Luck) => Promise<void>>> = {
  // An owner's acts at a desk that no fault of this world reaches.
  revoke_device: revokeDevice,
  erase,
  take_archive: takeArchive,
  restore_archive: restoreArchive,
  import_copy: importCopy,
  kill_at_step: killAtStep,
};
