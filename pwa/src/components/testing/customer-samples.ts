import { money, type AnyDocument } from '@revops/domain';
import { serverDocument } from '#src/data/testing/phone.ts';

export const rajsCard = serverDocument({
  _id: 'customer:raj',
  type: 'customer',
  name: 'Raj Kumar',
  phone: '+919812345678',
  address: 'Baner Road, Pune',
  shared: true,
  desks: ['meera'],
  stamps: {},
});
export const rajsCar = serverDocument({
  _id: 'vehicle:1',
  type: 'vehicle',
  plate: 'MH12AB1234',
  plateKind: 'private',
  model: 'Swift',
  customerIds: ['customer:raj'],
  shared: true,
  desks: ['meera'],
  stamps: {},
});
const job = (id: string, fields: Readonly<Record<string, unknown>>): AnyDocument =>
  serverDocument({
    _id: `job:${id}`,
    type: 'job',
    number: `A1-000${id}`,
    desk: 'meera',
    assigned: [],
    vehicleId: 'vehicle:1',
    customerId: 'customer:raj',
    customerName: 'Raj Kumar',
    phone: '+919812345678',
    vehicleNumber: 'MH12AB1234',
    stamps: {},
    ...fields,
  });
export const deliveredJob = job('1', {
  workDescription: 'Clutch plate',
  billedAmount: money(450_000),
  status: {
    value: 'delivered',
    round: 0,
    hlc: '1',
    completedAt: '2026-05-01T05:00:00.000Z',
    deliveredAt: '2026-05-01T05:00:00.000Z',
  },
});
export const jobInHand = job('2', {
  workDescription: 'Brake pads',
  status: { value: 'in_progress', round: 0, hlc: '2' },
});
