import { z } from 'zod';

const whole = (min: number, max: number, what: string) =>
  z
    .string()
    .regex(/^[0-9]{1,4}$/, what)
    .transform(Number)
    .pipe(z.int(what).min(min, what).max(max, what));

const clock = /^([01][0-9]|2[0-3]):([0-5][0-9])$/;

/** Never printed: it opens every archive. */
const keySchema = z
  .string()
  .refine(
    (text) => text.trim().length >= 16,
    'must be 32 random bytes (openssl rand -hex 32) or a passphrase of at least 16 characters',
  );

const bucketUrlSchema = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, username } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && pathname.length > 1 && username === '';
}, 'must be the address of a bucket, such as https://s3.eu-central-1.amazonaws.com/my-bucket/revops');

export const backupShape = {
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEY: keySchema.optional(),
  BACKUP_KEY_FILE: z.string().optional(),
  BACKUP_EVERY_HOURS: whole(1, 168, 'must be hours between two backups, 1 to 168').optional(),
  BACKUP_AT: z.string().regex(clock, 'must be a time of day in UTC, such as 02:30').optional(),
  BACKUP_KEEP_DAYS: whole(1, 3650, 'must be days, 1 to 3650').default(30),
  BACKUP_S3_URL: bucketUrlSchema.optional(),
  BACKUP_S3_KEY_ID: z.string().optional(),
  BACKUP_S3_SECRET: z.string().optional(),
  BACKUP_S3_REGION: z.string().default('us-east-1'),
} as const;

type BackupEnvironment = z.output<z.ZodObject<typeof backupShape>>;

/** What is set must be able to work: a backup that never runs is noticed on the day it is needed. */
export function backupProblems(env: BackupEnvironment): readonly (readonly [string, string])[] {
  const problems: (readonly [string, string])[] = [];
  const hasKey = env.BACKUP_KEY !== undefined || env.BACKUP_KEY_FILE !== undefined;
  if (env.BACKUP_KEY !== undefined && env.BACKUP_KEY_FILE !== undefined)
    problems.push(['BACKUP_KEY_FILE', 'cannot be set beside BACKUP_KEY']);
  if (env.BACKUP_DIR !== undefined && !hasKey)
    problems.push(['BACKUP_KEY', 'is needed with BACKUP_DIR: no archive is written unencrypted']);
  for (const name of ['BACKUP_EVERY_HOURS', 'BACKUP_AT', 'BACKUP_S3_URL'] as const)
    if (env[name] !== undefined && env.BACKUP_DIR === undefined)
      problems.push(['BACKUP_DIR', `is needed with ${name}: archives are written there first`]);
  if (env.BACKUP_EVERY_HOURS !== undefined && env.BACKUP_AT !== undefined)
    problems.push(['BACKUP_AT', 'cannot be set beside BACKUP_EVERY_HOURS']);
  for (const name of ['BACKUP_S3_KEY_ID', 'BACKUP_S3_SECRET'] as const)
    if (env.BACKUP_S3_URL !== undefined && env[name] === undefined)
      problems.push([name, 'is needed with BACKUP_S3_URL']);
  return problems;
}
