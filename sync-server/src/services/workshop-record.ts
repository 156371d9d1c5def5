import type { SystemStore } from './system-store.ts';

/** `workshop:<id>` in the system database: what must be decided by compare-and-swap across people. */
export interface WorkshopRecord {
  readonly id: string;
  readonly createdAt: string;
  /** Never empty; two owners who remove each other at once meet here. */
  readonly owners: readonly string[];
}

export const workshopRecordId = (workshopId: string): string => `workshop:${workshopId}`;

export async function addOwner(system: SystemStore, workshopId: string, userId: string): Promise<void> {
  await system.update<WorkshopRecord>(workshopRecordId(workshopId), (record) =>
    record.owners.includes(userId) ? undefined : { ...record, owners: [...record.owners, userId] },
  );
}

/** False when the person is the last owner. */
export async function removeOwner(system: SystemStore, workshopId: string, userId: string): Promise<boolean> {
  const record = await system.update<WorkshopRecord>(workshopRecordId(workshopId), (current) => {
    const owners = current.owners.filter((owner) => owner !== userId);
    return owners.length === 0 || owners.length === current.owners.length
      ? undefined
      : { ...current, owners };
  });
  return record !== undefined && !record.owners.includes(userId);
}
