import type { AnyDocument, Member } from '@revops/domain';
import type { WorkshopDocuments } from '../workshop-documents.ts';

/** Somebody who may have a desk. */
export interface DeskName {
  readonly name: string;
  readonly role: Member['role'];
  readonly active: boolean;
}

/** Owners and managers by id, those who left too: money and jobs keep their names. */
export async function deskNames(documents: WorkshopDocuments): Promise<ReadonlyMap<string, DeskName>> {
  const members = (await documents.list('member')) as readonly (AnyDocument & Member)[];
  return new Map(
    members
      .filter(({ role }) => role === 'owner' || role === 'manager')
      .map(({ _id, name, role, active }) => [_id.slice('member:'.length), { name, role, active }] as const),
  );
}
