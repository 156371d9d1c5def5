import { durableSteps, requestKinds } from '@revops/pwa/engine';

/** What can happen to one request on its way. */
export const requestFaults = [
  'drop_request',
  'drop_response',
  'duplicate',
  'reorder',
  'server_error',
  'overloaded',
  'half_answer',
  'foreign_page',
  'token_refused',
  'hang',
  'kill_server_in_request',
] as const;
export type RequestFault = (typeof requestFaults)[number];

/** What can happen to a phone's disk. */
export const diskFaults = [
  'connection_closed',
  'died_before_commit',
  'died_after_commit',
  'replica_died',
] as const;
export type DiskFault = (typeof diskFaults)[number];

const others = [
  'kill_app',
  'kill_app_between_steps',
  'kill_server',
  'clock_skewed',
  'token_expired',
  'session_ended',
  'disk_full',
  'disk_tight',
  'second_tab_frozen',
  'second_tab_beside',
  'woken_up',
  'phone_cloned',
  'person_removed',
  'person_taken_back',
  'role_changed',
  'job_moved',
  'forged_write',
  'old_files_restored',
  'device_revoked',
  'erased',
  'archive_taken',
  'archive_restored',
  'copy_imported',
] as const;

export type FaultKind = RequestFault | DiskFault | (typeof others)[number];

/** Every kind of fault that a long run has to have met often. */
export const faultKinds: readonly FaultKind[] = [...requestFaults, ...diskFaults, ...others];

/** Every point between which an app is killed. */
export const killPoints: readonly string[] = [
  ...durableSteps,
  ...requestKinds.flatMap((kind) => [`request:${kind}`, `response:${kind}`]),
];
