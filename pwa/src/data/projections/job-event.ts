import type { AnyDocument, JobEvent } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

const list = (document: AnyDocument): string[] => [
  `jobEvent|${(document as unknown as JobEvent).jobId}|${inverted(instantOfDocument(document))}`,
];

export const jobEventProjection: Projection = { type: 'jobEvent', lists: list, refusedLists: list };
