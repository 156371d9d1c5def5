import {
  err,
  ok,
  sessionSchema,
  type ErrorCode,
  type JoinRequest,
  type LoginRequest,
  type RegisterRequest,
  type Result,
} from '@revops/domain';
import { deviceDatabaseName, openDeviceDatabase } from '../database/open.ts';
import { callApi } from './api.ts';
import { readCounters } from './counters.ts';
import { enterAs, enterWith } from './enter.ts';
import { fitsSecret, secretOf } from './known-secret.ts';
import { cookieHeadersOf } from './own-cookie.ts';
import { deviceFor, knownPeople, personKey, rememberSecret } from './phone-book.ts';

/** How far this phone has counted for an email, from the person's database if it is here. */
async function issuedHere(email: string, remembered: number): Promise<number> {
  const person = (await knownPeople()).find((known) => known.email === email);
  if (person === undefined) return remembered;
  const db = await openDeviceDatabase(deviceDatabaseName(person.workshopId, person.userId));
  const { issued } = await readCounters(db).finally(() => db.close());
  return Math.max(issued, remembered);
}

interface Credentials {
  readonly email: string;
  readonly password: string;
}

async function begin(path: string, body: Credentials): Promise<Result<undefined, ErrorCode>> {
  const device = await deviceFor(body.email);
  const issued = await issuedHere(device.email, device.issued);
  // Beside the call: it takes as long on a slow phone.
  const secret = secretOf(body.password);
  const answer = await callApi({
    method: 'POST',
    path: `/api/auth/${path}`,
    body,
    headers: { ...cookieHeadersOf(device.deviceId), 'X-Device-Issued': String(issued) },
    answer: sessionSchema,
  });
  const made = await secret;
  if (!answer.ok) return answer;
  const { user, workshop } = answer.value;
  const entered = await enterWith(answer.value);
  if (entered.ok) await rememberSecret(personKey(workshop.id, user.id), made);
  return entered;
}

/** Without signal: whoever works on this phone already and knows the password that the server accepted last. */
async function enterAlone({ email, password }: Credentials): Promise<Result<undefined, ErrorCode>> {
  const spelled = email.trim().toLowerCase();
  const person = (await knownPeople()).find((known) => known.email.toLowerCase() === spelled);
  if (person?.secret === undefined) return err('unavailable');
  if (!(await fitsSecret(password, person.secret))) return err('wrong_credentials');
  await enterAs(person);
  return ok(undefined);
}

/** Creates a workshop with its owner and signs in. */
export const register = (input: RegisterRequest): Promise<Result<undefined, ErrorCode>> =>
  begin('register', input);

/** Joins a workshop with an invite code and signs in. */
export const join = (input: JoinRequest): Promise<Result<undefined, ErrorCode>> => begin('join', input);

/** Signs in; without signal people who share a phone change places all the same. */
export async function signIn(input: LoginRequest): Promise<Result<undefined, ErrorCode>> {
  const answer = await begin('login', input);
  return answer.ok || answer.reason !== 'unavailable' ? answer : enterAlone(input);
}
