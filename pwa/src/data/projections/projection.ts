import type { Alarm, AnyDocument } from '@revops/domain';
import type { Folded } from '../database/schema.ts';

/** How one type of document stands in lists, groups and search; a new type is one file beside this one. */
export interface Projection {
  readonly type: string;
  /** Followers change its state: it is the head of a group. */
  readonly stateOf?: (document: AnyDocument, followers: readonly AnyDocument[]) => string;
  /** What owners should look into about a head. */
  readonly alarmsOf?: (document: AnyDocument, state: string, followers: readonly AnyDocument[]) => Alarm[];
  readonly lists?: (document: AnyDocument, folded: Folded) => string[];
  /** Where it stays listed, with its mark, after the server refused it. */
  readonly refusedLists?: (document: AnyDocument) => string[];
  readonly searchLine?: (document: AnyDocument) => string;
}

const LAST_MS = 36 ** 9 - 1;

/** A key part that sorts later instants first. */
export const inverted = (instant: string): string =>
  (LAST_MS - Math.max(0, Date.parse(instant) || 0)).toString(36).padStart(9, '0');

/** When a document counts: the gateway's word if the device's clock was ahead. */
export const instantOfDocument = (document: AnyDocument): string => document.at ?? document.createdAt;
