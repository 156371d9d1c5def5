import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { Workshop } from '#src/documents/workshop.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, changedRecord } from './build.ts';
import { problem } from './problem.ts';

/** The settings an owner may change on the device. */
export type WorkshopChanges = {
  readonly [
    F in 'name' | 'address' | 'phone' | 'gstin' | 'stateCode' | 'timeZone' | 'locale' | 'upi' | 'waiverLimit'
  ]?: Workshop[F] | undefined;
};

/** Changes the workshop's own record; owners only. */
export function editWorkshop(context: ActContext, workshop: Workshop, changes: WorkshopChanges): ActResult {
  if (context.role !== 'owner') return problem('not_permitted');
  const changed = Object.entries(changes).filter(
    ([field, value]) => canonicalJson(workshop[field as keyof Workshop]) !== canonicalJson(value),
  );
  if (changed.length === 0) return problem('nothing_changed');
  return act(context, 'edit_workshop', [changedRecord(context, workshop, Object.fromEntries(changed))]);
}
