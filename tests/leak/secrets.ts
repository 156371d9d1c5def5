import { opens, type HeldKeys } from './rights-model.ts';

/** Readable in every field there is: texts, plates, bank references. */
const shape = /MK[0-9A-F]{12}/g;

export const markersIn = (text: string): ReadonlySet<string> => new Set(text.match(shape));

/** One stored revision: whoever may not read it may see none of its markers through it. */
interface Version {
  readonly id: string;
  readonly access: readonly string[] | undefined;
}

/** How documents and people stand at one moment. */
export interface Moment {
  readonly keys: ReadonlyMap<string, HeldKeys>;
  /** The access of each live leaf, by document. */
  readonly access: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** What only one person's own requests may bring back, or only owners: notes of replicators, refused bodies. */
type Private = (person: string, keys: HeldKeys) => boolean;

/** Every secret that was ever written, and who may hold it when. */
export class Secrets {
  readonly #versions = new Map<string, Version[]>();
  readonly #private = new Map<string, Private>();
  readonly #revisions = new Map<string, Set<string>>();
  readonly #hashes = new Map<string, string>();

  /** A body as somebody wrote it or as it was found stored. */
  note(body: { readonly _id: string; readonly _rev?: string; readonly [field: string]: unknown }): void {
    const access = Array.isArray(body['access']) ? (body['access'] as string[]) : undefined;
    if (body._rev !== undefined) this.#noteRevision(body._id, body._rev);
    for (const marker of markersIn(JSON.stringify(body))) {
      const known = this.#versions.get(marker) ?? [];
      const isNew = !known.some((one) => one.id === body._id && String(one.access) === String(access));
      if (isNew) this.#versions.set(marker, [...known, { id: body._id, access }]);
    }
  }

  keep(marker: string, mayHold: Private): void {
    this.#private.set(marker, mayHold);
  }

  isKnown(marker: string): boolean {
    return this.#versions.has(marker) || this.#private.has(marker);
  }

  /** Every revision that a guesser could ask for. */
  revisionsOf(id: string): Set<string> {
    const known = this.#revisions.get(id) ?? new Set<string>();
    this.#revisions.set(id, known);
    return known;
  }

  /** The document that a revision's hash belongs to. */
  documentOf(hash: string): string | undefined {
    return this.#hashes.get(hash);
  }

  /** For the report: where a marker stands. */
  whereabouts(marker: string): string {
    const versions = this.#versions.get(marker) ?? [];
    return (
      versions.map(({ id, access }) => `${id} [${access?.join(' ') ?? 'nobody'}]`).join(', ') ||
      'a private place'
    );
  }

  #noteRevision(id: string, rev: string): void {
    this.revisionsOf(id).add(rev);
    this.#hashes.set(rev.slice(rev.indexOf('-') + 1), id);
  }

  get ids(): readonly string[] {
    return [...this.#revisions.keys()];
  }

  get size(): number {
    return this.#versions.size + this.#private.size;
  }

  /** What a text must not have told this person at any of these moments. */
  leaks(text: string, person: string, moments: readonly Moment[], asked = ''): readonly string[] {
    return [...markersIn(text)].filter(
      (marker) => !asked.includes(marker) && !this.#mayHold(marker, person, moments),
    );
  }

  #mayHold(marker: string, person: string, moments: readonly Moment[]): boolean {
    return moments.some((moment) => {
      const keys = moment.keys.get(person) ?? [];
      if (this.#private.get(marker)?.(person, keys) === true) return true;
      const isOpen = (id: string): boolean => (moment.access.get(id) ?? []).some((leaf) => opens(keys, leaf));
      const versions = this.#versions.get(marker) ?? [];
      return versions.some(({ id, access }) => opens(keys, access) && isOpen(id));
    });
  }
}
