import { stampDevice, type Actor, type AnyDocument } from '@revops/domain';
import { refuse, type Refusal } from './refusal.ts';
import { stampsAsWritten } from './stamps.ts';

/**
 * Whether something was written on a phone that an owner has signed out for good. Its person may have found it again, or
 * somebody else may hold it: nothing of it is thrown away, and nothing of it counts before an owner has seen it.
 */
export function closedDeviceRefusal(
  { closedDeviceIds = [] }: Actor,
  before: AnyDocument | undefined,
  body: AnyDocument,
): Refusal | undefined {
  if (closedDeviceIds.length === 0) return undefined;
  const isNew = before === undefined && closedDeviceIds.includes(body.device);
  return isNew || hasNewStamp(closedDeviceIds, before, body) ? refuse('from_closed_device') : undefined;
}

function hasNewStamp(closed: readonly string[], before: AnyDocument | undefined, body: AnyDocument): boolean {
  const known = new Set(before ? stampsAsWritten(before) : []);
  return stampsAsWritten(body).some((stamp) => !known.has(stamp) && closed.includes(stampDevice(stamp)));
}
