import { typeNamed, type AnyDocument, type Claim } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Batch } from './batch.ts';
import type { Incoming } from './incoming.ts';
import { refuse, type Refusal } from './refusal.ts';
import { takeClaim, withdraw } from './take-claim.ts';
import { claimId, claimVerdict, whoDecided, type Decider } from './verdict-claims.ts';

type Word = NonNullable<Claim['word']>;

/** Turns begin with 1, so this one is free for "no word comes after mine". */
const lastTurn = 0;

const idOf = ({ group }: Word, turn: number): string =>
  claimId({ kind: 'verdict', key: `${group}:${turn}`, holder: '' });

export const wordOf = ({ type, body }: Pick<Incoming, 'type' | 'body'>): Word | undefined =>
  type.claims?.(body).find((claim) => claim.word !== undefined)?.word;

/** The claim of the turn before: read by its id it is there as soon as it is held, where a list may lag. */
export function turnBefore(incoming: Pick<Incoming, 'type' | 'body'>): readonly string[] {
  const word = wordOf(incoming);
  return word !== undefined && word.turn > 1 ? [idOf(word, word.turn - 1)] : [];
}

/** Adds who spoke in the turn before to what is known of the group. The claims must be loaded. */
export async function loadWordBefore(
  batch: Batch,
  incoming: readonly Pick<Incoming, 'type' | 'body'>[],
): Promise<void> {
  const holders = incoming
    .flatMap(turnBefore)
    .flatMap((id) => batch.live(id).map((leaf) => String(leaf['holder'])));
  await batch.load(holders);
  for (const id of holders) {
    const document = batch.document(id);
    const head = document && typeNamed(document.type)?.headOf?.(document);
    if (document && head !== undefined) batch.follow(head, document);
  }
}

/** The last word has to follow the highest turn there is: in any other turn it could pass beside a decision. */
export function lastWordRefusal(incoming: Incoming, followers: readonly AnyDocument[]): Refusal | undefined {
  const word = wordOf(incoming);
  if (word?.isLast !== true) return undefined;
  const others = followers.filter((follower) => follower._id !== incoming.id);
  if (others.some((follower) => turnOf(follower) >= word.turn)) return refuse('already_decided');
  if (follows(word, others)) return undefined;
  return refuse('head_unknown', 'The word before it is not known here; look again and write it anew.');
}

const turnOf = (document: AnyDocument): number =>
  typeof document['turn'] === 'number' ? document['turn'] : 0;

const follows = ({ turn }: Word, followers: readonly AnyDocument[]): boolean =>
  turn === 1 || followers.some((follower) => turnOf(follower) === turn - 1);

/**
 * Exactly one of a last word and any decision at its turn or later. Turns that follow one another leave no choice: the
 * later one reads the claim before its own. A decision that left a turn out (its phone knew one that a restore lost)
 * shares a claim with the last word instead.
 */
export async function claimWord(
  store: DocumentStore,
  batch: Batch,
  claim: Claim,
  document: AnyDocument,
  decider: Decider,
): Promise<Refusal | undefined> {
  const { word } = claim;
  if (!word) return claimVerdict(store, claim, decider);
  const end = { ...claim, key: `${word.group}:${lastTurn}` };
  if (word.isLast) return claimLast(store, claim, end, decider);
  const head = typeNamed(document.type)?.headOf?.(document) ?? document._id;
  const ended = follows(word, batch.followers(head)) ? undefined : await endedBefore(store, end, decider);
  return ended ?? claimVerdict(store, claim, decider);
}

async function claimLast(
  store: DocumentStore,
  claim: Claim,
  end: Claim,
  decider: Decider,
): Promise<Refusal | undefined> {
  const refused = (await claimVerdict(store, end, decider)) ?? (await claimVerdict(store, claim, decider));
  if (refused) await withdrawOwn(store, end, decider);
  return refused;
}

/** Several decisions may stand here beside one another; a last word may not. */
async function endedBefore(store: DocumentStore, end: Claim, decider: Decider): Promise<Refusal | undefined> {
  const held = await takeClaim(store, claimId(end), { holder: end.holder, ...decider });
  if (held === 'taken') return undefined;
  const last = held.find(({ holder }) => isLastWord(String(holder)));
  return last && refuse('already_decided', await whoDecided(store, last));
}

const isLastWord = (id: string): boolean => id.startsWith('paymentCancellation:');

/** It did not become the last word, and must not stand in the way of the next. */
async function withdrawOwn(store: DocumentStore, end: Claim, { rev }: Decider): Promise<void> {
  for (const leaf of await store.leaves(claimId(end)))
    if (leaf._deleted !== true && leaf['holder'] === end.holder && leaf['rev'] === rev)
      await withdraw(store, claimId(end), leaf._rev);
}
