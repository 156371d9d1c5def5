import type { Workshop } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { complaintChips, knownCar, platePrefixes } from '../queries/known-car.ts';
import { devices, people } from '../queries/people.ts';
import type { DeviceView, KnownCar, Live, PersonView, SessionView } from '../views.ts';
import { useLive } from './use-live.ts';

/** Until the first sync brings the workshop, what every workshop begins with. */
async function workshop(tx: ReadTx, session: SessionView): Promise<Workshop> {
  const row = await tx.objectStore('rows').get('workshop:self');
  if (row?.doc !== undefined) return row.doc as unknown as Workshop;
  return {
    _id: 'workshop:self',
    type: 'workshop',
    name: session.workshopName,
    currency: 'INR',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: 'en-IN',
    shareCustomers: true,
    waiverLimit: 0,
    stamps: {},
    access: ['everyone'],
    schema: 1,
    createdAt: '1970-01-01T00:00:00.000Z',
    offset: 0,
    createdBy: 'server',
    device: 'server',
  } as unknown as Workshop;
}

/** The workshop's own settings. */
export const useWorkshop = (): Live<Workshop> =>
  useLive({
    key: 'workshop',
    topics: ['workshop'],
    read:
      ({ session }) =>
      (tx) =>
        workshop(tx, session),
  });

/** Everybody of the workshop with their cash. */
export const usePeople = (): Live<PersonView[]> =>
  useLive({
    key: 'people',
    topics: ['member', 'device', 'rollups'],
    read:
      ({ session }) =>
      (tx) =>
        people(tx, session),
  });

/** The phones of the workshop, as far as this person may know them. */
export const useDevices = (): Live<DeviceView[]> =>
  useLive({
    key: 'devices',
    topics: ['device', 'member', 'rollups', 'meta:firstSync'],
    read:
      ({ session }) =>
      (tx) =>
        devices(tx, session),
  });

/** What is known of a plate; undefined for a new one. */
export const useKnownCar = (plate: string): Live<KnownCar | undefined> =>
  useLive({
    key: `knownCar ${plate}`,
    topics: ['vehicle', 'customer', 'visit', 'job'],
    read: () => (tx) => knownCar(tx, plate),
  });

/** The starts of plates seen most here. */
export const usePlatePrefixes = (): Live<string[]> =>
  useLive({ key: 'platePrefixes', topics: ['job'], read: () => platePrefixes });

/** The complaints typed most here. */
export const useComplaintChips = (): Live<string[]> =>
  useLive({ key: 'complaintChips', topics: ['job'], read: () => complaintChips });
