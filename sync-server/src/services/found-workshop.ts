import type { RegisterRequest } from '@revops/domain';
import type { Account } from './account.ts';
import { phoneOf } from './phone-of.ts';
import type { WorkshopDocuments } from './workshop-documents.ts';

/** The first documents of a workshop: its settings, and its owner as a member. */
export async function foundWorkshop(
  documents: WorkshopDocuments,
  account: Account,
  { workshop }: RegisterRequest,
): Promise<void> {
  const timeZone = workshop.timeZone ?? 'Asia/Kolkata';
  const { userId, name, phone, role } = account;
  await documents.create(
    {
      type: 'workshop',
      id: 'workshop:self',
      createdBy: userId,
      timeZone,
      fields: {
        ...workshop,
        phone: workshop.phone === undefined ? undefined : phoneOf(workshop.phone),
        currency: workshop.currency ?? 'INR',
        timeZone,
        locale: workshop.locale ?? 'en-IN',
        shareCustomers: true,
        waiverLimit: 0,
      },
    },
    {
      type: 'member',
      id: `member:${userId}`,
      createdBy: userId,
      timeZone,
      fields: { name, phone, role, active: true },
    },
  );
}
