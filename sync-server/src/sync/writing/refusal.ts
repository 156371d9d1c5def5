import type { RefusalCode } from '@revops/domain';

/** English for other clients; the app words each code itself. Each says what a person can do about it. */
const words: Readonly<Record<RefusalCode, string>> = {
  access_mismatch: 'Its readers do not follow from its content.',
  not_permitted: 'Your role or desk does not allow this change.',
  immutable: 'An entry is never changed; write a further entry that corrects it.',
  no_deletion: 'Nothing is deleted; archive it or correct it with a further entry.',
  stamp_missing: 'A changed field needs a newer stamp.',
  stamp_invalid: 'A stamp is not a clock stamp.',
  unknown_type: 'This type of document is not known here.',
  unknown_schema: 'This document comes from a newer app than the server knows.',
  invalid_document: 'A field is missing or has a wrong value.',
  invalid_id: 'The id does not fit the document.',
  invalid_rev: 'The revision or its ancestry is malformed.',
  already_decided: 'Somebody else decided this first; look again and decide anew if you still want to.',
  foreign_creator: 'Only your own documents can be sent; another person is named as its creator.',
  foreign_device: 'It was written by a device that is not yours.',
  from_closed_device:
    'It was written on a phone that an owner has signed out for good; an owner can let it in.',
  was_forged: 'The list of earlier readers is written by the server alone.',
  at_forged: 'The corrected time is written by the server alone.',
  protected_field: 'A field was changed that your role may not change.',
  with_job: 'It belongs to a change of the job that was refused.',
  head_unknown: 'What it refers to is not known.',
  job_moved: 'The job has moved to another desk, so its record can no longer be edited from yours.',
  not_final_move: 'The job is not finished.',
  attachment_refused: 'Documents never carry attachments; files travel apart from them.',
  too_large: 'The document or one of its texts is too large.',
  too_deep: 'The document is nested too deeply.',
  too_many_documents: 'Send fewer documents at once.',
  clash_unanswered: 'The same bank reference stands on another payment; the decision must answer that.',
  after_cancellation: 'The payment was cancelled, so it can no longer be decided.',
  server_outdated:
    'The server is older than the app that wrote this. It has to be upgraded first; keep it until then.',
  not_waiting: 'It no longer waits for a decision.',
  erased: 'The owner has erased this for good, so it cannot come back.',
};

/** Why one document was not stored; final for this revision. A class, because documents may have any field. */
export class Refusal {
  readonly code: RefusalCode | 'conflict';
  readonly detail: string | undefined;

  constructor(code: RefusalCode | 'conflict', detail?: string) {
    this.code = code;
    this.detail = detail;
  }

  /** What a person reads. */
  get words(): string {
    if (this.code === 'conflict') return 'Document update conflict.';
    return this.detail ?? words[this.code];
  }
}

export const refuse = (code: Refusal['code'], detail?: string): Refusal => new Refusal(code, detail);

/** The row's `reason`: the code first, for programs; then words, for people. */
export const reasonOf = (refusal: Refusal): string => `${refusal.code}: ${refusal.words}`;
