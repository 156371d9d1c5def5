import type { ErrorCode } from '@revops/domain';

/** English for people at a terminal; the app words each code itself, in the person's language. */
const messages: Partial<Record<ErrorCode, string>> = {
  bad_request: 'The request is not what this address expects.',
  invalid_json: 'The body is not valid JSON.',
  unauthorized: 'Sign in first.',
  forbidden: 'You may not do this.',
  not_found: 'There is nothing at this address.',
  payload_too_large: 'The body is too large.',
  unsupported_media_type: 'Send JSON (Content-Type: application/json).',
  rate_limited: 'Too many attempts. Wait a while and try again.',
  app_outdated: 'This app is too old for this server. Update it; what waits on the device is sent then.',
  server_outdated: 'This server is older than the app. It has to be upgraded first.',
  unavailable: 'The server cannot do this right now. Try again shortly.',
  internal: 'Something went wrong on the server.',
  wrong_credentials: 'The email or the password is wrong.',
  token_missing: 'Send an access token (Authorization: Bearer …).',
  token_invalid: 'The access token is not valid.',
  token_expired: 'The access token has expired.',
  session_ended: 'This session has ended. Sign in again.',
  refresh_reused: 'An old token was used again, so this session was ended. Sign in again.',
  email_taken: 'There is an account with this email already.',
  already_member: 'This person belongs to another workshop.',
  member_removed: 'This person was removed from the workshop.',
  wrong_workshop: 'This token belongs to another workshop.',
  owner_only: 'Only an owner may do this.',
  last_owner: 'The last owner cannot be removed.',
  invite_unknown: 'There is no such invite code.',
  invite_expired: 'This invite code has expired.',
  invite_used_up: 'This invite code has been used up.',
  invite_revoked: 'This invite code was withdrawn.',
  reset_token_invalid: 'This link was used before or has expired. Ask for a new one.',
  file_too_large: 'A file may have 15 MB.',
  file_type_refused: 'Only JPEG, PNG, WebP and PDF files are kept.',
  file_mismatch:
    'The bytes are not the ones that the name stands for. Send the file again from its beginning.',
  range_invalid: 'The file has no such bytes.',
  device_closed:
    'The owner has signed this device out for good. Sign in again; it then counts as a new device.',
  device_codes_used_up: 'This workshop has used up its device codes.',
};

export function messageOf(code: ErrorCode): string {
  return messages[code] ?? code;
}
