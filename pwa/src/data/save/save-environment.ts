/** Who saves, on which device, and what a save needs from outside. */
export interface SaveEnvironment {
  readonly userId: string;
  readonly role: 'owner' | 'manager';
  readonly deviceId: string;
  readonly deviceCode: string;
  /** The device's own clock; the server's correction is added from `meta`. */
  readonly now: () => number;
  /** Minutes east of UTC where the device is. */
  readonly offset: () => number;
  readonly random: (count: number) => Uint8Array;
  /** How many bytes the browser still gives; unknown where it does not tell. */
  readonly freeBytes?: () => Promise<number | undefined>;
  /** Waits for room; default: the clock's own time. */
  readonly pause?: (ms: number) => Promise<void>;
}
