import { documentTypes } from '@revops/domain';
import { PROJECTION_VERSION } from '../database/schema.ts';

/** More versions than one type of document will ever have. */
const perProjection = 10_000;

/**
 * What rows are folded with: this app's projection and the shapes that it knows. So what came from a newer app, and was
 * only a mark, is shown as soon as this app knows its shape. Equal to the plain version while every shape is the first.
 */
export function projectionVersion(): number {
  const raised = documentTypes.reduce((sum, { version }) => sum + version - 1, 0);
  return PROJECTION_VERSION + raised / perProjection;
}
