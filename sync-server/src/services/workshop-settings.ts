import { workshopViewSchema, type AnyDocument, type WorkshopUpdate, type WorkshopView } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { noteSharingIn } from '#src/sync/writing/follow-sharing.ts';
import { phoneOf } from './phone-of.ts';
import type { Services } from './services.ts';

export async function readWorkshop(services: Services, workshopId: string): Promise<WorkshopView> {
  const documents = await services.documentsOf(workshopId);
  const workshop = await documents.get('workshop:self');
  if (!workshop) throw new AppError('not_found');
  return viewOf(workshopId, workshop);
}

/** Null takes an optional field away; what is left out stays. */
export async function changeWorkshop(
  services: Services,
  workshopId: string,
  update: WorkshopUpdate,
): Promise<WorkshopView> {
  const documents = await services.documentsOf(workshopId);
  const given = Object.entries(update).filter(([, value]) => value !== undefined);
  const fields = Object.fromEntries(given.map(([field, value]) => [field, value ?? undefined]));
  const { shareCustomers } = update;
  // First the note: a crash in between leaves a note too many, and not a book that nobody brings to the setting.
  if (
    shareCustomers !== undefined &&
    (await documents.get('workshop:self'))?.['shareCustomers'] !== shareCustomers
  )
    await noteSharingIn(documents.store, shareCustomers);
  if (typeof update.phone === 'string') fields['phone'] = phoneOf(update.phone);
  return viewOf(workshopId, await documents.change('workshop:self', fields));
}

function viewOf(workshopId: string, workshop: AnyDocument): WorkshopView {
  return workshopViewSchema.parse({ ...workshop, id: workshopId });
}
