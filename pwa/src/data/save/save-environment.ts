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
}
