import type { Context } from '../context.ts';
import { parseBackupKey } from './archive/archive-key.ts';
import { BackupError } from './backup-error.ts';
import { S3Bucket } from './bucket/s3-bucket.ts';
import { startControl, type Control } from './control/control-server.ts';
import { loadBackupKey } from './load-backup-key.ts';
import { ownSecrets } from './own-secrets.ts';
import { BackupClaim } from './schedule/backup-claim.ts';
import { BackupJob } from './schedule/backup-job.ts';
import { BackupSchedule } from './schedule/backup-schedule.ts';
import { BackupStates } from './schedule/backup-state.ts';
import { StandbyWatch } from './standby/standby-watch.ts';
import { takeBackup } from './take-backup.ts';
import { restoreInChild } from './verifying/restore-in-child.ts';
import { verifyArchive } from './verifying/verify-archive.ts';

export interface Backups {
  readonly standby: StandbyWatch | undefined;
  stop(): Promise<void>;
}

/** The schedule, where one is set, and the way for `npm run backup` into a store that only this process may open. */
export async function startBackups(context: Context): Promise<Backups> {
  const schedule = await scheduleOf(context);
  schedule?.start();
  const standby = standbyOf(context);
  standby?.start();
  const isEmbedded = context.config.couchdbUrl === undefined;
  const control = isEmbedded ? await controlOf(context) : undefined;
  return {
    standby,
    async stop() {
      schedule?.stop();
      standby?.stop();
      await control?.close();
    },
  };
}

async function scheduleOf(context: Context): Promise<BackupSchedule | undefined> {
  const { config, system, now, logger, metrics } = context;
  const { dir: folder, times, keepDays, bucket } = config.backup;
  const key = await loadBackupKey(config.backup);
  if (folder === undefined || key === undefined) return undefined;
  const states = new BackupStates(system);
  const job = new BackupJob({
    source: context,
    states,
    folder,
    scratchIn: config.dataDir,
    key,
    keepDays,
    bucket: bucket && new S3Bucket(bucket),
    secrets: () => ownSecrets(config),
    now,
    restoring: restoreInChild,
  });
  const claim = new BackupClaim(system, now);
  return new BackupSchedule({ job, claim, states, times, logger, metrics, now });
}

function standbyOf({ config, logger, metrics, now }: Context): StandbyWatch | undefined {
  const { couchdbUrl: url, couchdbStandbyUrl: standbyUrl, couchdbPrefix: prefix } = config;
  if (url === undefined || standbyUrl === undefined) return undefined;
  return new StandbyWatch({ url, standbyUrl, prefix, logger, metrics, now });
}

function controlOf(context: Context): Promise<Control> {
  const { config, now, logger } = context;
  return startControl(config.dataDir, {
    async backup(input) {
      const { folder, key } = asked(input);
      logger.info({ folder }, 'backup asked for by hand');
      return takeBackup(context, {
        folder,
        key,
        now,
        secrets: await ownSecrets(config),
        gently: true,
        scratchIn: config.dataDir,
        restoring: restoreInChild,
      });
    },
    verify(input) {
      const { path, key } = asked(input);
      const scratchIn = config.dataDir;
      return verifyArchive({ path, key, source: context, scratchIn, restoring: restoreInChild });
    },
  });
}

function asked(input: unknown) {
  const { folder = '', path = '', key: text = '' } = input as Readonly<Record<string, string | undefined>>;
  const key = parseBackupKey(text);
  if (!key) throw new BackupError('Without BACKUP_KEY nothing can be sealed or opened.');
  return { folder, path, key };
}
