import { accountId, userPointerId, type UserPointer } from '#src/services/account.ts';
import { systemDatabase } from '#src/services/system-store.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { workshopDatabaseOf } from './backup-source.ts';
import type { Leaves } from './read-leaves.ts';
import type { Tally } from './tally.ts';

/** The account of a person whose workshop was read with them in it, but whose account was made after accounts were read. */
export async function newAccounts(
  system: DocumentStore,
  tally: Tally,
  userId: string,
): Promise<readonly Leaves[]> {
  const pointerId = userPointerId(userId);
  if (tally.has(systemDatabase, pointerId)) return [];
  const pointer = (await system.get(pointerId)) as unknown as UserPointer | undefined;
  if (!pointer) return [];
  const id = accountId(pointer.email);
  const account = await system.get(id);
  const workshop = workshopDatabaseOf(String(account?.['workshopId']));
  // In another workshop by now: that one's next backup has them.
  if (account?.['userId'] !== userId || !tally.knows(workshop)) return [];
  const found = await system.leavesOf([pointerId, id]);
  return [...found.values()].filter((leaves) => leaves.length > 0);
}
