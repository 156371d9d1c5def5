import type { ActContext } from '#src/acts/act.ts';
import type { Random } from '#src/demo/random.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { money, type Money } from '#src/money/money.ts';
import { groupOf } from '#src/registry/registry.ts';

/** What a person sees when acting: the documents on the own phone, and whom cash can be given to. */
export interface Sight {
  readonly random: Random;
  readonly context: ActContext;
  readonly documents: readonly AnyDocument[];
  readonly colleagues: readonly string[];
}

/** The documents of one type in sight. */
export const ofType = <D>(sight: Sight, type: string): D[] =>
  sight.documents.filter((document) => document.type === type) as unknown as D[];

/** What follows a head in sight. */
export const followersOf = (sight: Sight, id: string): AnyDocument[] =>
  sight.documents.filter((document) => document._id !== id && groupOf(document) === id);

/** An amount that people take and give. */
export const anyAmount = (random: Random): Money => money(random.between(1, 400) * 2500);
