import type { Vehicle } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

/** The list of a customer's cars; also of a merged one, whose jobs still name it. */
export const customerCars = (customerId: string): string => `customerVehicle|${customerId}|`;

export const vehicleProjection: Projection = {
  type: 'vehicle',
  lists(document) {
    const vehicle = document as unknown as Vehicle;
    const time = inverted(instantOfDocument(document));
    const cars = vehicle.customerIds.map((id) => `${customerCars(id)}${time}`);
    return vehicle.mergedInto === undefined ? [`plate|${vehicle.plate}|${time}`, ...cars] : cars;
  },
};
