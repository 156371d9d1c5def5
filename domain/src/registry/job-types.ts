import type { Actor } from '#src/access/actor.ts';
import { deskKey, sortedKeys, techKey } from '#src/access/access-keys.ts';
import { stampDevice } from '#src/clock/hlc.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import {
  jobEventSchema,
  jobSchema,
  visitSchema,
  type Job,
  type JobEvent,
  type Visit,
} from '#src/documents/job.ts';
import { mayTakeBack } from '#src/status/moves.ts';
import { isFinal } from '#src/status/status.ts';
import { defineType } from './document-type.ts';
import { changedFields, ownDeskOnly } from './rules.ts';

/** A higher round is an owner's reopening, or the same person taking back the own final move in time. */
function roundRule(actor: Actor, before: Job, after: Job): RefusalCode | undefined {
  if (after.status.round === before.status.round) return undefined;
  if (after.status.round < before.status.round) return 'protected_field';
  if (actor.role === 'owner') return undefined;
  const takesBack =
    after.status.round === before.status.round + 1 &&
    isFinal(before.status.value) &&
    !isFinal(after.status.value) &&
    mayTakeBack(before.status, after.status.hlc, actor.deviceIds, stampDevice);
  return takesBack ? undefined : 'protected_field';
}

/** The right to edit is the right over the job as it stood before the change. */
function jobRule(actor: Actor, before: Job | undefined, after: Job): RefusalCode | undefined {
  const refused = ownDeskOnly(actor, before?.desk ?? after.desk);
  if (refused !== undefined) return refused;
  if (before === undefined)
    return actor.role !== 'owner' && after.status.round > 0 ? 'protected_field' : undefined;
  const changed = changedFields(before, after);
  if (changed.includes('number')) return 'protected_field';
  if (actor.role !== 'owner' && changed.includes('desk')) return 'protected_field';
  return roundRule(actor, before, after);
}

export const jobType = defineType<Job>({
  type: 'job',
  kind: 'record',
  version: 1,
  schema: jobSchema,
  setFields: ['assigned'],
  accessOf: (job) => [deskKey(job.desk)],
  may: jobRule,
  claims: (job) => [{ kind: 'number', key: job.number.replace('-', ':'), holder: job._id }],
  personal: {
    of: (job) => job.customerId,
    // A card needs a name or a phone; what stands there is in no language.
    fields: { customerName: '—', phone: undefined, address: undefined },
  },
});

export const jobEventType = defineType<JobEvent>({
  type: 'jobEvent',
  kind: 'entry',
  version: 1,
  schema: jobEventSchema,
  setFields: [],
  accessOf: (event) =>
    sortedKeys([deskKey(event.desk), ...(event.kind === 'amount' ? [] : event.assigned.map(techKey))]),
  jobOf: (event) => event.jobId,
  erasable: true,
  may: (actor, _before, after) => ownDeskOnly(actor, after.desk),
});

export const visitType = defineType<Visit>({
  type: 'visit',
  kind: 'entry',
  version: 1,
  schema: visitSchema,
  setFields: [],
  accessOf: (visit) => (visit.shared ? ['staff'] : [deskKey(visit.desk)]),
  jobOf: (visit) => visit.jobId,
  erasable: true,
  may: (actor, _before, after) => ownDeskOnly(actor, after.desk),
});
