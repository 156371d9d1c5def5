import { isErrorCode, type RefusalCode } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

/** Why an entry of somebody else was not accepted, told to the owner: the reasons in `error-words` speak to its author. */
const words = {
  access_mismatch: () => m.quarantine_why_readers(),
  was_forged: () => m.quarantine_why_readers(),
  with_job: () => m.quarantine_why_other_desk(),
  job_moved: () => m.quarantine_why_job_moved(),
  not_permitted: () => m.quarantine_why_not_permitted(),
  protected_field: () => m.quarantine_why_protected(),
  immutable: () => m.quarantine_why_immutable(),
  no_deletion: () => m.quarantine_why_deletion(),
  stamp_missing: () => m.quarantine_why_clock(),
  stamp_invalid: () => m.quarantine_why_clock(),
  at_forged: () => m.quarantine_why_clock(),
  server_outdated: () => m.quarantine_why_version(),
  unknown_type: () => m.quarantine_why_version(),
  unknown_schema: () => m.quarantine_why_version(),
  invalid_document: () => m.quarantine_why_unreadable(),
  invalid_id: () => m.quarantine_why_unreadable(),
  invalid_rev: () => m.quarantine_why_unreadable(),
  too_deep: () => m.quarantine_why_unreadable(),
  attachment_refused: () => m.quarantine_why_attachment(),
  too_large: () => m.quarantine_why_too_large(),
  too_many_documents: () => m.quarantine_why_too_large(),
  already_decided: () => m.quarantine_why_decided(),
  not_waiting: () => m.quarantine_why_decided(),
  foreign_creator: () => m.quarantine_why_other_author(),
  foreign_device: () => m.quarantine_why_other_phone(),
  from_closed_device: () => m.quarantine_why_closed_phone(),
  head_unknown: () => m.quarantine_why_head(),
  not_final_move: () => m.quarantine_why_job_over(),
  clash_unanswered: () => m.quarantine_why_clash(),
  after_cancellation: () => m.quarantine_why_cancelled(),
  member_removed: () => m.quarantine_why_removed(),
} as const satisfies Partial<Record<RefusalCode | 'member_removed', () => string>>;

const known: Readonly<Record<string, (() => string) | undefined>> = words;

/** A newer server may refuse for reasons that this version cannot name. */
export function refusalWord(code: string): string {
  const word = Object.hasOwn(words, code) ? known[code] : undefined;
  return word?.() ?? (isErrorCode(code) ? m.quarantine_why_other() : m.quarantine_why_code({ code }));
}
