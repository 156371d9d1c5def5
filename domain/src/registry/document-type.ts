import type { z } from 'zod';
import type { Actor } from '#src/access/actor.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';

/** A claim that the gateway makes before it admits a body; `holder` owns the key. */
export interface Claim {
  readonly kind: 'verdict' | 'utr' | 'number';
  readonly key: string;
  readonly holder: string;
  /** Of a verdict in whose group a last word is possible: its turn, and whether it is that. */
  readonly word?: { readonly group: string; readonly turn: number; readonly isLast: boolean };
}

/** What a rule sees besides the document: its head and the head's other followers, as stored. */
export interface Group {
  readonly head: AnyDocument | undefined;
  readonly followers: readonly AnyDocument[];
}

/** What the gateway knows beside a document when it arrives. */
export interface Beside {
  readonly job: AnyDocument | undefined;
  readonly workshop: AnyDocument | undefined;
}

/**
 * Everything the engine, the gateway and the tests know about a type of document. A new type is one entry in the
 * registry; nothing else names types.
 */
export interface DocumentType<D extends AnyDocument = AnyDocument> {
  readonly type: D['type'];
  readonly kind: 'record' | 'entry';
  /** Of its shape. A changed shape is a new version, an upgrade and a fixture of the old one (`upgrades/`). */
  readonly version: number;
  /** The first one turns version 1 into 2, and so on: pure, never changing who may read (`…-v1-to-v2.ts`). */
  readonly upgrades?: readonly ((old: AnyDocument) => AnyDocument)[];
  readonly schema: z.ZodType<D>;
  /** Fields that are unordered sets: each element has a clock of its own, `stamps["field/element"]`. */
  readonly setFields: readonly string[];
  /** Who may read it besides the owners; needs nothing but the document. */
  readonly accessOf: (document: D) => string[];
  /** Every key that the document's own fields could grant; what a merge keeps in `was`. Defaults to `accessOf`. */
  readonly potentialKeys?: (document: D) => string[];
  /** The document whose state this one changes, for followers. */
  readonly headOf?: (document: D) => string;
  /** The job that this document moves with. */
  readonly jobOf?: (document: D) => string;
  /** Rules beyond the envelope's. `before` is absent on creation. */
  readonly may: (actor: Actor, before: D | undefined, after: D) => RefusalCode | undefined;
  /** Rules that need the head and its followers as they are stored. */
  readonly mayJoin?: (actor: Actor, document: D, group: Group) => RefusalCode | undefined;
  /** What the gateway sets right as a document arrives: a copy of a setting that its writer knew wrong. Never access. */
  readonly onArrival?: (document: D, beside: Beside) => Partial<D>;
  readonly claims?: (document: D) => readonly Claim[];
  /** An owner may erase all of it for good, because nothing but what it tells of a person is lost with it. */
  readonly erasable?: true;
  /** Whose data it repeats, and what stands in these fields once that person was erased; undefined takes one away. */
  readonly personal?: {
    readonly of: (document: D) => string;
    readonly fields: Readonly<Record<string, string | undefined>>;
  };
}

/** Keeps a definition's own document type while it is written, and forgets it in the registry. */
export function defineType<D extends AnyDocument>(definition: DocumentType<D>): DocumentType {
  return definition as unknown as DocumentType;
}
