import { merge, withoutPerson, type AnyDocument } from '@revops/domain';
import type { Batch } from './batch.ts';
import { repeatsErased } from './erased-here.ts';
import { bodyOf, type Leaf } from './revisions.ts';

interface Arriving {
  readonly coming: Leaf;
  /** With its clocks lowered. */
  readonly body: AnyDocument;
}

interface Joined extends Arriving {
  readonly after: AnyDocument;
  /** What the join says where it had to be cleared of a person. */
  readonly cleared: AnyDocument | undefined;
}

/**
 * The join of what is stored and what arrives. Of a person who was erased nothing is stored, not even in a revision that
 * a later one takes back; the phone that still had the words is told by a revision over its own.
 */
export function joinArriving(batch: Batch, live: readonly Leaf[], { coming, body }: Arriving): Joined {
  // A body alone is its own join.
  const joined = live.length === 0 ? body : merge([...live.map(bodyOf), body]);
  if (!repeatsErased(batch, body)) return { coming, body, after: joined, cleared: undefined };
  const cleared = withoutPerson(joined);
  const bare = <D extends object>(document: D): D => {
    const { stamps } = document as unknown as AnyDocument;
    const without = withoutPerson(document as unknown as AnyDocument);
    return without === undefined ? document : ({ ...without, stamps } as unknown as D);
  };
  return { coming: bare(coming), body: bare(body), after: cleared ?? joined, cleared };
}
