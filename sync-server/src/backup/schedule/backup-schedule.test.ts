import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../../logger.ts';
import { createMetrics } from '../../metrics.ts';
import { SystemStore } from '../../services/system-store.ts';
import { addWorkshop, scratchSource, testKey, type ScratchSource } from '../../testing/backup-kit.ts';
import { s3Keys, startS3, type S3Server } from '../../testing/s3-server.ts';
import { archiveName } from '../archive/archive-name.ts';
import { S3Bucket } from '../bucket/s3-bucket.ts';
import { BackupClaim } from './backup-claim.ts';
import { BackupJob } from './backup-job.ts';
import { BackupSchedule } from './backup-schedule.ts';
import { BackupStates } from './backup-state.ts';

const hourMs = 3_600_000;
let source: ScratchSource;
let s3: S3Server;
let folder = '';
let time = Date.parse('2026-11-21T12:00:00Z');
const now = (): number => time;
const logger = createLogger({ logLevel: 'silent' });

beforeEach(async () => {
  source = await scratchSource();
  await addWorkshop(source, 'rao');
  s3 = await startS3();
  folder = await mkdtemp(join(tmpdir(), 'revops-schedule-'));
});
afterEach(async () => {
  await source.end();
  await s3.close();
});

async function gateway() {
  const system = new SystemStore(await source.stores.open('revops-system'));
  const states = new BackupStates(system);
  const bucket = new S3Bucket({ ...s3Keys, url: s3.url }, { retries: 0 });
  const secrets = () => Promise.resolve(undefined);
  const job = new BackupJob({
    source,
    states,
    folder,
    scratchIn: source.folder,
    key: testKey,
    keepDays: 30,
    bucket,
    secrets,
    now,
  });
  const metrics = createMetrics();
  const claim = new BackupClaim(system, now);
  const times = { kind: 'hours', hours: 24 } as const;
  const schedule = new BackupSchedule({ job, claim, states, times, logger, metrics, now });
  const gauge = async (name: string) =>
    (await metrics.registry.getSingleMetric(name)?.get())?.values[0]?.value;
  return { schedule, states, claim, gauge };
}

it('makes one when it is due, verifies it, sends it away and lets go of what is too old', async () => {
  const { schedule, states, gauge } = await gateway();
  const old = archiveName(time - 40 * 24 * hourMs);
  await writeFile(join(folder, old), 'old');
  s3.objects.set(`bucket/revops/${old}`, new Uint8Array(1));
  await schedule.tick();
  const [name] = await readdir(folder);
  expect(await readdir(folder)).toEqual([archiveName(time)]);
  expect([...s3.objects.keys()]).toEqual([`bucket/revops/${name}`]);
  const state = await states.read();
  expect(state).toMatchObject({
    lastGood: '2026-11-21T12:00:00.000Z',
    items: [{ name, workshops: 1, verified: true }],
  });
  expect(await gauge('revops_backup_last_good_timestamp_seconds')).toBe(time / 1000);
  expect(await gauge('revops_backup_failing')).toBe(0);
  time += 23 * hourMs;
  await schedule.tick();
  expect(await readdir(folder)).toHaveLength(1);
  time += 2 * hourMs;
  await schedule.tick();
  expect(await readdir(folder)).toHaveLength(2);
});

it('tells of a failure in words, tries again later, and takes the words back when it worked', async () => {
  const { schedule, states, gauge } = await gateway();
  s3.broken = 503;
  await expect(schedule.tick()).rejects.toThrow('(503)');
  const { failing, items } = await states.read();
  expect(failing?.words).toContain('BACKUP_S3_URL refused the archive (503)');
  expect(items).toHaveLength(1);
  expect(await gauge('revops_backup_failing')).toBe(1);
  expect(await gauge('revops_backup_failures_total')).toBe(1);
  s3.broken = undefined;
  time += 60_000;
  await schedule.tick();
  expect((await states.read()).failing).toBeDefined();
  time += hourMs;
  await schedule.tick();
  expect((await states.read()).failing).toBeUndefined();
});

it('one gateway of several makes it, and one that died in the middle holds nobody up for long', async () => {
  const [first, second] = [await gateway(), await gateway()];
  await Promise.all([first.schedule.tick(), second.schedule.tick()]);
  expect(await readdir(folder)).toHaveLength(1);
  time += 48 * hourMs;
  const stuck = { end: () => undefined as void };
  const dying = first.claim.with(() => new Promise<void>((resolve) => (stuck.end = resolve)));
  // The claim is taken by the time the other looks.
  while ((await second.claim.with(() => Promise.resolve(true))) === true);
  time += 11 * 60_000;
  await second.schedule.tick();
  expect(await readdir(folder)).toHaveLength(2);
  stuck.end();
  await dying;
});

it('is said to be late where no gateway makes one', async () => {
  const { schedule, states, claim } = await gateway();
  await schedule.tick();
  time += 27 * hourMs;
  await claim.with(async () => {
    const { schedule: other } = await gateway();
    await other.tick();
  });
  expect((await states.read()).failing?.words).toContain('late');
});
