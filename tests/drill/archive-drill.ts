import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAround, type BackAgain } from './back-again.ts';
import { command, ServerProcess, type Settings } from './server-process.ts';
import { Workshop } from './workshop.ts';

export interface ArchiveDrill extends BackAgain {
  readonly documents: number;
  readonly backupMs: number;
  readonly recoveryMs: number;
  /** Acknowledged before the backup began, and yet not there: must be none. */
  readonly broken: boolean;
}

export interface Place {
  /** Where the store is, before and after. */
  readonly before: (folder: string) => Settings;
  readonly after: (folder: string) => Settings;
}

const onMs = 5000;

/**
 * A server is filled and written to; a backup is taken meanwhile; it is killed some seconds later and its store is gone.
 * From the archive alone another one comes up, and a phone looks what it has.
 */
export async function archiveDrill(place: Place, documents: number): Promise<ArchiveDrill> {
  const folder = await mkdtemp(join(tmpdir(), 'revops-drill-'));
  const archives = join(folder, 'archives');
  const common = { BACKUP_KEY: randomBytes(32).toString('hex') };
  const before = { ...common, ...place.before(folder) };
  const first = await ServerProcess.start(before);
  const workshop = await Workshop.open(first.url);
  await workshop.fill(documents);
  const feed = await workshop.phone.changes('limit=1&descending=true');
  workshop.write();
  const beganAt = Date.now();
  await command('backup', ['--to', archives], before);
  const backupMs = Date.now() - beganAt;
  await new Promise((resolve) => setTimeout(resolve, onMs));
  const stoppedAt = Date.now();
  await first.kill();
  await workshop.rest();

  const [name = ''] = await readdir(archives);
  const restoredAt = Date.now();
  const after = { ...common, ...place.after(folder) };
  await command('restore', [join(archives, name)], after);
  const second = await ServerProcess.start(after);
  const found = await lookAround(workshop, second.url, feed.last_seq, stoppedAt);
  const recoveryMs = Date.now() - restoredAt;
  await second.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const broken = found.oldestLostAt !== undefined && found.oldestLostAt < beganAt;
  return { ...found, documents: workshop.written.length, backupMs, recoveryMs, broken };
}
