import type { AnyDocument } from '@revops/domain';

/** What the gateway writes by itself, and writes again: people and devices follow from accounts. */
export const isGateways = ({ type, createdBy }: AnyDocument): boolean =>
  createdBy === 'server' || type === 'member' || type === 'device';
