import type { AccountRole, AnyDocument, ManagerView } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { Services } from './services.ts';
import { removeOwner } from './workshop-record.ts';

/** Everybody of the workshop, those who left last. */
export async function listMembers(services: Services, workshopId: string): Promise<readonly ManagerView[]> {
  const documents = await services.documentsOf(workshopId);
  const members = await Promise.all(
    (await documents.list('member')).map((member) => viewOf(services, member)),
  );
  return members.sort((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
}

async function viewOf(services: Services, member: AnyDocument): Promise<ManagerView> {
  const id = member._id.slice('member:'.length);
  const account = await services.accounts.byUserId(id);
  return {
    id,
    name: String(member['name']),
    ...(account ? { email: account.email, phone: account.phone } : {}),
    role: member['role'] as AccountRole,
    active: member['active'] === true,
  };
}

/** The account first: from then on every path refuses; sessions stay, so that the app can hand over what it still holds. */
export async function removeMember(services: Services, workshopId: string, userId: string): Promise<void> {
  const account = await services.accounts.byUserId(userId);
  if (!account || account.workshopId !== workshopId) throw new AppError('not_found');
  if (
    account.active &&
    account.role === 'owner' &&
    !(await removeOwner(services.system, workshopId, userId))
  ) {
    throw new AppError('last_owner');
  }
  const removedAt = new Date(services.now()).toISOString();
  await services.accounts.update(account.email, (current) =>
    current.active && current.workshopId === workshopId
      ? { ...current, active: false, removedAt }
      : undefined,
  );
  // A removal that a crash cut short is finished by repeating it, with the time at which it began.
  const removed = (await services.accounts.byUserId(userId)) ?? account;
  if (!removed.active && removed.workshopId === workshopId)
    await services.sessions.markRemoved(userId, workshopId, removed.removedAt ?? removedAt);
  services.rights.forget(userId);
  const documents = await services.documentsOf(workshopId);
  await documents.change(`member:${userId}`, { active: false });
}
