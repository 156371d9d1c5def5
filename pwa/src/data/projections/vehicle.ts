import type { Vehicle } from '@revops/domain';
import { mergedInto } from './merged-list.ts';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

/** The list of a customer's cars; also of a merged one, whose jobs still name it. */
export const customerCars = (customerId: string): string => `customerVehicle|${customerId}|`;

export const vehicleProjection: Projection = {
  type: 'vehicle',
  lists(document) {
    const vehicle = document as unknown as Vehicle;
    const time = inverted(instantOfDocument(document));
    return [
      // Also of a merged one: whoever types the plate that was wrong means the car that was kept.
      `plate|${vehicle.plate}|${time}`,
      ...vehicle.customerIds.map((id) => `${customerCars(id)}${time}`),
      ...mergedInto(vehicle, time),
    ];
  },
};
