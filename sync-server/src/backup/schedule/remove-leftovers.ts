import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const dayMs = 24 * 3_600_000;
const leftover = /^(revops-.*\.rbk\.part|revops-verify-.*)$/;

/** What a server that was killed in the middle left behind. A day old: nobody works on it any more. */
export async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of (await readdir(folder)).filter((name) => leftover.test(name))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtimeMs < now - dayMs) await rm(path, { recursive: true, force: true });
  }
}
