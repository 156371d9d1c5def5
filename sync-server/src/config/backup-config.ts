import { resolve } from 'node:path';
import type { Environment } from './environment.ts';

export interface BucketConfig {
  /** With the bucket and what stands before each name. */
  readonly url: string;
  readonly keyId: string;
  readonly secret: string;
  readonly region: string;
}

/** hours: so long after the last good one. daily: at this minute of the day, UTC. */
export type BackupTimes =
  | { readonly kind: 'hours'; readonly hours: number }
  | { readonly kind: 'daily'; readonly minute: number };

export interface BackupConfig {
  /** Undefined = no schedule. */
  readonly dir: string | undefined;
  readonly key: { readonly text: string } | { readonly file: string } | undefined;
  readonly times: BackupTimes;
  readonly keepDays: number;
  readonly bucket: BucketConfig | undefined;
}

export function backupConfig(env: Environment): BackupConfig {
  const { BACKUP_KEY: text, BACKUP_KEY_FILE: file, BACKUP_DIR: dir } = env;
  return {
    dir: dir === undefined ? undefined : resolve(dir),
    key: text === undefined ? (file === undefined ? undefined : { file: resolve(file) }) : { text },
    times: timesOf(env),
    keepDays: env.BACKUP_KEEP_DAYS,
    bucket: bucketOf(env),
  };
}

function timesOf({ BACKUP_AT: at, BACKUP_EVERY_HOURS: hours }: Environment): BackupTimes {
  if (at === undefined) return { kind: 'hours', hours: hours ?? 24 };
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return { kind: 'daily', minute: hour * 60 + minute };
}

function bucketOf(env: Environment): BucketConfig | undefined {
  const { BACKUP_S3_URL: url, BACKUP_S3_KEY_ID: keyId, BACKUP_S3_SECRET: secret } = env;
  if (url === undefined || keyId === undefined || secret === undefined) return undefined;
  return { url: url.replace(/\/+$/, ''), keyId, secret, region: env.BACKUP_S3_REGION };
}
