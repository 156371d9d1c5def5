import type { Settlement } from '#src/documents/settlement.ts';
import { bareId } from '#src/ids/document-id.ts';
import { uuidSchema } from '#src/ids/uuidv7.ts';
import { moneySchema, type Money } from '#src/money/money.ts';
import { ok, type Result } from '#src/result/result.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { ByteReader, isChecked } from './byte-reader.ts';
import { ByteWriter, shortHash, uuidOf } from './byte-writer.ts';

/** The hand-over as the giver's phone shows it. */
export interface HandOverOffer {
  readonly kind: 'offer';
  readonly settlementId: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Money;
  /** How many payments it names, and what they come to. */
  readonly covers: { readonly count: number; readonly amount: number };
}

/** The receiver's phone shows that it was agreed. */
export type HandOverAnswer = Omit<HandOverOffer, 'kind' | 'covers'> & { readonly kind: 'answer' };

export type HandOverCode = HandOverOffer | HandOverAnswer;

/** What may be wrong with a code: mistyped, of a newer app, of another workshop, of people who are not known here. */
export type HandOverCodeProblem = 'unreadable' | 'newer' | 'other_workshop' | 'unknown_person';

/** Who and where this phone is. */
export interface CodePlace {
  readonly workshopId: string;
  /** Everybody this phone knows of. */
  readonly people: readonly string[];
}

const VERSION = 1;
const kinds = { offer: 1, answer: 2 } as const;
const [WORKSHOP_BYTES, PERSON_BYTES, UUID_BYTES] = [3, 4, 16];

function written(
  kind: HandOverCode['kind'],
  { settlementId, from, to, amount }: Omit<HandOverCode, 'kind'>,
  workshopId: string,
) {
  return new ByteWriter()
    .byte(VERSION * 16 + kinds[kind])
    .hex(shortHash(workshopId, WORKSHOP_BYTES))
    .uuid(bareId(settlementId))
    .hex(shortHash(from, PERSON_BYTES))
    .hex(shortHash(to, PERSON_BYTES))
    .count(amount);
}

/** The text of a code, short enough to be typed; undefined for a hand-over whose id no phone has made. */
export function handOverCode(code: HandOverCode, workshopId: string): string | undefined {
  if (!uuidSchema.safeParse(bareId(code.settlementId)).success) return undefined;
  const writer = written(code.kind, code, workshopId);
  if (code.kind === 'offer') writer.count(code.covers.count).count(code.covers.amount);
  return toBase32(writer.checked());
}

/** The offer of a stored hand-over. */
export const offerOf = (settlement: Settlement, coveredAmount: number): HandOverOffer => ({
  kind: 'offer',
  settlementId: settlement._id,
  from: settlement.from,
  to: settlement.to,
  amount: settlement.amount,
  covers: { count: settlement.payments.length, amount: Math.max(0, coveredAmount) },
});

const personIn = (people: readonly string[], hash: string): string | undefined =>
  people.find((person) => shortHash(person, PERSON_BYTES) === hash);

const unreadable = { ok: false, reason: 'unreadable' } as const;

/** Reads what was scanned, pasted or typed. */
export function readHandOverCode(
  typed: string,
  { workshopId, people }: CodePlace,
): Result<HandOverCode, HandOverCodeProblem> {
  const bytes = fromBase32(typed);
  if (bytes === undefined || !isChecked(bytes)) return unreadable;
  const reader = new ByteReader(bytes);
  const head = reader.byte();
  if (Math.floor(head / 16) !== VERSION) return { ok: false, reason: 'newer' };
  if (reader.hex(WORKSHOP_BYTES) !== shortHash(workshopId, WORKSHOP_BYTES))
    return { ok: false, reason: 'other_workshop' };
  const settlementId = `settlement:${uuidOf(reader.hex(UUID_BYTES))}`;
  const [from, to] = [reader.hex(PERSON_BYTES), reader.hex(PERSON_BYTES)].map((hash) =>
    personIn(people, hash),
  );
  const amount = moneySchema.safeParse(reader.count());
  const isOffer = head % 16 === kinds.offer;
  const covers = isOffer ? { count: reader.count(), amount: reader.count() } : undefined;
  if (!reader.isWhole || !amount.success || amount.data <= 0 || !(isOffer || head % 16 === kinds.answer))
    return unreadable;
  if (from === undefined || to === undefined) return { ok: false, reason: 'unknown_person' };
  const said = { settlementId, from, to, amount: amount.data };
  return ok(covers === undefined ? { kind: 'answer', ...said } : { kind: 'offer', ...said, covers });
}
