import type { Vehicle } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

export const vehicleProjection: Projection = {
  type: 'vehicle',
  lists(document) {
    const vehicle = document as unknown as Vehicle;
    return vehicle.mergedInto === undefined
      ? [`plate|${vehicle.plate}|${inverted(instantOfDocument(document))}`]
      : [];
  },
};
