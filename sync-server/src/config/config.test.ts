import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('needs nothing to start', () => {
    expect(parseConfig({})).toMatchObject({
      port: 3001,
      publicUrl: 'http://localhost:3001',
      production: false,
    });
  });

  it('names every bad value at once', () => {
    const found = problems({
      PORT: 'eighty',
      PUBLIC_URL: 'workshop.example',
      TRUST_PROXY: 'yes',
      LOG_LEVEL: 'loud',
      JWT_SECRET: 'short',
      COUCHDB_URL: 'http://localhost:5984',
      COUCHDB_PREFIX: 'Our Garage',
      SMTP_URL: 'http://mail',
      CORS_ORIGINS: 'https://a.example,nonsense',
    });
    const names = [
      'PORT',
      'PUBLIC_URL',
      'TRUST_PROXY',
      'LOG_LEVEL',
      'JWT_SECRET',
      'COUCHDB_URL',
      'COUCHDB_PREFIX',
      'SMTP_URL',
      'CORS_ORIGINS',
    ];
    expect(names.filter((name) => !found.some((problem) => problem.startsWith(name)))).toEqual([]);
  });

  it('does not print a secret that it refuses', () => {
    expect(problems({ JWT_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
    expect(problems({ COUCHDB_URL: 'couch://a:hunter2@b' }).join()).not.toContain('hunter2');
  });

  it('demands a secret in production and an address for links in mails', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual(['JWT_SECRET is needed in production']);
    expect(problems({ SMTP_URL: 'smtp://mail' })).toEqual(['PUBLIC_URL is needed to put links into mails']);
  });

  it('refuses backups that could never work', () => {
    expect(problems({ BACKUP_DIR: '/backups' }).join()).toContain('BACKUP_KEY is needed');
    expect(problems({ BACKUP_KEY: 'hunter2' }).join()).toMatch(/^BACKUP_KEY must/);
    const wrong = {
      BACKUP_EVERY_HOURS: '0',
      BACKUP_AT: '26:00',
      BACKUP_S3_URL: 'bucket',
      COUCHDB_STANDBY_URL: 'standby',
    };
    const found = problems(wrong);
    for (const name of Object.keys(wrong))
      expect(found.some((problem) => problem.startsWith(name))).toBe(true);
    const set = {
      BACKUP_DIR: '/backups',
      BACKUP_KEY: 'a passphrase of many words',
      BACKUP_AT: '02:30',
      BACKUP_S3_URL: 'https://s3.example/bucket/revops/',
    };
    expect(problems(set)).toEqual([
      'BACKUP_S3_KEY_ID is needed with BACKUP_S3_URL',
      'BACKUP_S3_SECRET is needed with BACKUP_S3_URL',
    ]);
    const { backup } = parseConfig({ ...set, BACKUP_S3_KEY_ID: 'id', BACKUP_S3_SECRET: 'secret' });
    expect(backup).toMatchObject({ times: { kind: 'daily', minute: 150 }, keepDays: 30 });
    expect(backup.bucket?.url).toBe('https://s3.example/bucket/revops');
  });

  it('reads several secrets for rotation and takes an empty variable as unset', () => {
    const secrets = ['a'.repeat(32), 'b'.repeat(32)];
    expect(parseConfig({ JWT_SECRET: secrets.join(', ') }).jwtSecrets).toEqual(secrets);
    expect(parseConfig({ JWT_SECRET: '', PORT: '' }).port).toBe(3001);
  });
});
