import type { NumberFlag } from '@revops/domain';

/** The numbers that one phone gave twice. */
export interface FlagsOfDevice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly flags: readonly NumberFlag[];
}

/** A copied phone gives many numbers twice: one thing to look at, not many. */
export function flagsByDevice(flags: readonly NumberFlag[]): FlagsOfDevice[] {
  const devices = new Map<string, FlagsOfDevice>();
  for (const flag of flags) {
    const { device, user } = flag;
    const before = devices.get(device.id);
    const code = device.code ?? '';
    const known = before ?? { id: device.id, code, name: user.name ?? '', flags: [] };
    devices.set(device.id, { ...known, flags: [...known.flags, flag] });
  }
  return [...devices.values()];
}

/** A number as people know it: what stands on paper, or a stub's number; and an entry that carries it. */
export interface NumberOfFlag {
  readonly label: string;
  readonly documentId: string;
}

/** The numbers that one phone gave twice, each once. */
export function numbersOf({ code, flags }: FlagsOfDevice): NumberOfFlag[] {
  const named = flags.map(({ kind, key, documentId }) => ({
    label:
      kind === 'number_held' ? key.replace(':', '-') : `${code} · ${key.slice(key.lastIndexOf(':') + 1)}`,
    documentId,
  }));
  return named.filter(({ label }, at) => named.findIndex((one) => one.label === label) === at);
}
