import type { Visit } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

export const visitProjection: Projection = {
  type: 'visit',
  lists: (document) => [
    `visit|${(document as unknown as Visit).vehicleId}|${inverted(instantOfDocument(document))}`,
  ],
};
