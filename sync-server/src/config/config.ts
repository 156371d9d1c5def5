import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { backupConfig, type BackupConfig } from './backup-config.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { environmentSchema, problemsOf, type Environment } from './environment.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Undefined = the embedded store in dataDir. */
  readonly couchdbUrl: string | undefined;
  /** Before every database's name: several RevOps may share one CouchDB. */
  readonly couchdbPrefix: string;
  /** A second CouchDB that follows the first. */
  readonly couchdbStandbyUrl: string | undefined;
  readonly backup: BackupConfig;
  /** First signs, the others still verify; empty = generated into dataDir. */
  readonly jwtSecrets: readonly string[];
  readonly publicUrl: string;
  readonly corsOrigins: readonly string[];
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly trustProxy: false | number | string;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly production: boolean;
  readonly longpollMs: number;
  readonly limits: Limits;
  /** The built app; from src/ and dist/ alike two folders up. */
  readonly webRoot: string;
}

/** Every problem at once: a deployment is not mended one restart at a time. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

export function parseConfig(source: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is how compose files and dashboards say "not set".
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) throw new ConfigError(problemsOf(parsed.error));
  return toConfig(parsed.data);
}

function toConfig(env: Environment): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    couchdbUrl: env.COUCHDB_URL,
    couchdbPrefix: env.COUCHDB_PREFIX,
    couchdbStandbyUrl: env.COUCHDB_STANDBY_URL,
    backup: backupConfig(env),
    jwtSecrets: env.JWT_SECRET,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    corsOrigins: env.CORS_ORIGINS,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    production: env.NODE_ENV === 'production',
    longpollMs: env.LONGPOLL_SECONDS * 1000,
    limits: defaultLimits,
    webRoot: fileURLToPath(new URL('../../../pwa/dist', import.meta.url)),
  };
}
