import { z } from 'zod';
import { backupProblems, backupShape } from './backup-environment.ts';

const list = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

// Not "true": then anybody could choose the address that the rate limits count.
const trustProxySchema = z.string().transform((text, issue) => {
  if (text === 'false') return false;
  if (/^[0-9]{1,2}$/.test(text)) return Number(text);
  if (/^[a-z0-9.:/, ]+$/i.test(text) && /[.:]|loopback|linklocal|uniquelocal/.test(text)) return text;
  issue.addIssue('must be false, the number of proxies in front (usually 1) or a list of their addresses');
  return z.NEVER;
});

/** 32 characters: less can be guessed from one token, offline. */
const secretsSchema = z
  .string()
  .transform(list)
  .pipe(
    z
      .array(z.string().min(32, 'needs at least 32 characters (several separated by commas to rotate)'))
      .min(1),
  );

/** Never printed: it carries the password. */
const couchUrlSchema = z.string().refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username !== '' && password !== '';
}, 'must be an address with name and password, such as http://revops:password@localhost:5984');

export const environmentSchema = z
  .object({
    PORT: z
      .string()
      .regex(/^[0-9]{1,5}$/, 'must be a port number')
      .transform(Number)
      .pipe(z.int().max(65_535))
      .default(3001),
    HOST: z.string().default('0.0.0.0'),
    DATA_DIR: z.string().default('./data'),
    COUCHDB_URL: couchUrlSchema.optional(),
    COUCHDB_PREFIX: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be lower-case letters, digits and dashes, such as revops-')
      .default(''),
    COUCHDB_STANDBY_URL: couchUrlSchema.optional(),
    ...backupShape,
    JWT_SECRET: secretsSchema.default([]),
    PUBLIC_URL: z
      .string()
      .transform((url) => url.replace(/\/+$/, ''))
      .refine(isOrigin, 'must be an address such as https://workshop.example')
      .optional(),
    CORS_ORIGINS: z
      .string()
      .transform(list)
      .refine(
        (origins) => origins.every(isOrigin),
        'must be addresses such as https://app.example, separated by commas',
      )
      .default([]),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/.+/, 'must begin with smtp:// or smtps://')
      .optional(),
    MAIL_FROM: z.string().default('RevOps <no-reply@localhost>'),
    TRUST_PROXY: trustProxySchema.default(false),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    // Hosts that cut idle requests at 26 s need 20.
    LONGPOLL_SECONDS: z
      .string()
      .regex(/^[0-9]{1,3}$/, 'must be seconds')
      .transform(Number)
      .pipe(z.int().min(1).max(300))
      .default(50),
  })
  .superRefine((env, issue) => {
    for (const [name, message] of backupProblems(env))
      issue.addIssue({ code: 'custom', path: [name], message });
    if (env.COUCHDB_STANDBY_URL !== undefined && env.COUCHDB_URL === undefined) {
      const message = 'is needed with COUCHDB_STANDBY_URL: the embedded store has no standby';
      issue.addIssue({ code: 'custom', path: ['COUCHDB_URL'], message });
    }
    const production = env.NODE_ENV === 'production';
    if (production && env.JWT_SECRET.length === 0) {
      issue.addIssue({ code: 'custom', path: ['JWT_SECRET'], message: 'is needed in production' });
    }
    // Links in mails must not be built from what a request says its host is.
    if (env.SMTP_URL !== undefined && env.PUBLIC_URL === undefined) {
      issue.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'is needed to put links into mails' });
    }
  });

export type Environment = z.output<typeof environmentSchema>;

export function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}
