import {
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
import { enterWith } from './enter.ts';
import { deviceFor, knownPeople } from './phone-book.ts';

/** How far this phone has counted for an email, from the person's database if it is here. */
async function issuedHere(email: string, remembered: number): Promise<number> {
  const person = (await knownPeople()).find((known) => known.email === email);
  if (person === undefined) return remembered;
  const db = await openDeviceDatabase(deviceDatabaseName(person.workshopId, person.userId));
  const { issued } = await readCounters(db).finally(() => db.close());
  return Math.max(issued, remembered);
}

async function begin(path: string, body: { readonly email: string }): Promise<Result<undefined, ErrorCode>> {
  const device = await deviceFor(body.email);
  const issued = await issuedHere(device.email, device.issued);
  const answer = await callApi({
    method: 'POST',
    path: `/api/auth/${path}`,
    body,
    headers: { 'X-Device-Id': device.deviceId, 'X-Device-Issued': String(issued) },
    answer: sessionSchema,
  });
  return answer.ok ? enterWith(answer.value) : answer;
}

/** Creates a workshop with its owner and signs in. */
export const register = (input: RegisterRequest): Promise<Result<undefined, ErrorCode>> =>
  begin('register', input);

/** Joins a workshop with an invite code and signs in. */
export const join = (input: JoinRequest): Promise<Result<undefined, ErrorCode>> => begin('join', input);

export const signIn = (input: LoginRequest): Promise<Result<undefined, ErrorCode>> => begin('login', input);
