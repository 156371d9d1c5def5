const shape = /^revops-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.rbk$/;

/** `revops-2026-11-21T12-00-00Z.rbk`: sorts by time, and every file system takes it. */
export const archiveName = (atMs: number): string =>
  `revops-${new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z.rbk`;

/** When the archive of this name was begun; undefined for any other file. */
export function archiveTime(name: string): number | undefined {
  const [, day, hour, minute, second] = shape.exec(name) ?? [];
  if (day === undefined) return undefined;
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? undefined : at;
}
