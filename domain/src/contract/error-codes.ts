/** Refusals that any endpoint can answer. */
export const genericErrorCodes = [
  'bad_request',
  'invalid_json',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'conflict',
  'payload_too_large',
  'unsupported_media_type',
  'rate_limited',
  'unavailable',
  'app_outdated',
  'timeout',
  'internal',
] as const;

/** Refusals of accounts, sessions, invites and members. */
export const accountErrorCodes = [
  'wrong_credentials',
  'otp_required',
  'otp_wrong',
  'token_missing',
  'token_invalid',
  'token_expired',
  'session_ended',
  'refresh_reused',
  'csrf_refused',
  'email_taken',
  'already_member',
  'member_removed',
  'wrong_workshop',
  'owner_only',
  'last_owner',
  'invite_unknown',
  'invite_expired',
  'invite_used_up',
  'invite_revoked',
  'reset_token_invalid',
  'device_codes_used_up',
  'device_closed',
] as const;

/** Reasons on a row of `/sync`; final for that document, shown in the tray with words a person can act on. */
export const refusalCodes = [
  'access_mismatch',
  'not_permitted',
  'immutable',
  'no_deletion',
  'stamp_missing',
  'stamp_invalid',
  'unknown_type',
  'unknown_schema',
  'invalid_document',
  'invalid_id',
  'invalid_rev',
  'already_decided',
  'foreign_creator',
  'foreign_device',
  'from_closed_device',
  'was_forged',
  'at_forged',
  'protected_field',
  'with_job',
  'head_unknown',
  'job_moved',
  'not_final_move',
  'attachment_refused',
  'too_large',
  'too_deep',
  'too_many_documents',
  'clash_unanswered',
  'after_cancellation',
  'not_waiting',
  'server_outdated',
  'erased',
] as const;

/** Refusals of files; final for that file. */
export const fileErrorCodes = [
  'file_too_large',
  'file_type_refused',
  'file_mismatch',
  'range_invalid',
] as const;

/** The one list of codes: the server maps each to a status, the client to words. */
export const errorCodes = [
  ...genericErrorCodes,
  ...accountErrorCodes,
  ...refusalCodes,
  ...fileErrorCodes,
] as const;

/** A code of the one list. */
export type ErrorCode = (typeof errorCodes)[number];

/** A code that refuses one document of a batch. */
export type RefusalCode = (typeof refusalCodes)[number];

const known: ReadonlySet<string> = new Set(errorCodes);

/** Whether a word from the wire is a code this version knows. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && known.has(value);
}
