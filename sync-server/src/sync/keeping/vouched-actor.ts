import type { Actor, Role } from '@revops/domain';
import type { StoredDocument } from '#src/store/document-store.ts';

/**
 * The writer of a document with the rights of the owner who lets it in: it keeps its writer and its device, and what
 * only owners may say of themselves it still cannot say.
 */
export function vouchedActor(createdBy: string, device: string, member: StoredDocument | undefined): Actor {
  const wroteAs = (member?.['role'] ?? 'manager') as Role;
  return { userId: createdBy, role: 'owner', deviceIds: [device], wroteAs };
}
