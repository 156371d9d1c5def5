/** A backup, restore or verification that cannot go on, in words for the person who runs the server. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
