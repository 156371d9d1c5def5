/**
 * The points between which an app can be killed. `request:` and `response:` stand around every request; the others
 * around writes to this device.
 */
export const durableSteps = [
  'send:batch-read',
  'send:answered',
  'accept:before-replica',
  'accept:replica-written',
  'accept:journal-cleared',
  'refuse:before-tray',
  'refuse:tray-written',
  'replica:chosen',
  'replica:seeded',
  'replica:first-documents',
  'fill:listed',
  'fill:written',
  'fill:gone',
  'fill:complete',
  'fold:page-read',
  'fold:page-applied',
  'sweep:erased-heard',
  'sweep:rows-compared',
  'sweep:rows-removed',
  'replica:old-destroyed',
  'reconcile:carried',
  'reconcile:before-journal',
  'reconcile:kept',
  'reconcile:compared',
  'reconcile:done',
  'reconcile:offered',
  'replica:complete',
  'upload:chosen',
  'upload:part-sent',
  'upload:settled',
  'removal:confirmed',
  'removal:wiped',
] as const;

export const requestKinds = [
  'root',
  'changes',
  'longpoll',
  'ids',
  'bulk_get',
  'bulk_docs',
  'all_docs',
  'quarantine',
  'recovery',
  'erasures',
  'file',
] as const;

export type RequestKind = (typeof requestKinds)[number];

export type StepName = (typeof durableSteps)[number] | `request:${RequestKind}` | `response:${RequestKind}`;
