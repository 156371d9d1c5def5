import { hlcOf, stampDevice, type AnyDocument, type JobStatus } from '@revops/domain';

/** When this device spoke of a record: the clocks of its fields that it stamped, and of a job's status. */
export function ownStamps(doc: AnyDocument, device: string | undefined): readonly string[] {
  const status = doc['status'] as Partial<JobStatus> | undefined;
  const all = [...Object.values(doc.stamps ?? {}).map((stamp) => hlcOf(stamp)), status?.hlc ?? ''];
  return all.filter((hlc) => hlc !== '' && stampDevice(hlc) === device);
}
