import type { Device } from '@revops/domain';
import type { Projection } from './projection.ts';

export const memberProjection: Projection = { type: 'member', lists: () => ['member|'] };

export const deviceProjection: Projection = {
  type: 'device',
  lists: (document) => ['device|', `personDevice|${(document as unknown as Device).userId}`],
};
