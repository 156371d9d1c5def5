import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

export interface NamedPerson {
  readonly id: string;
  readonly name?: string;
}

export interface NamedDevice {
  readonly id: string;
  readonly code?: string;
  readonly label?: string;
}

/** The names behind ids, as the workshop knows them now; those of people who left too. */
export class Names {
  readonly #documents: ReadonlyMap<string, StoredDocument>;

  private constructor(documents: ReadonlyMap<string, StoredDocument>) {
    this.#documents = documents;
  }

  static async of(
    store: DocumentStore,
    rows: readonly { readonly who?: unknown; readonly device?: unknown }[],
  ): Promise<Names> {
    const keys = rows.flatMap(({ who, device }) => [
      ...(typeof who === 'string' ? [`member:${who}`] : []),
      ...(typeof device === 'string' ? [`device:${device}`] : []),
    ]);
    const documents = keys.length === 0 ? [] : await store.allDocs({ keys: [...new Set(keys)] });
    return new Names(new Map(documents.map((document) => [document._id, document])));
  }

  person(id: string): NamedPerson {
    const name = this.#documents.get(`member:${id}`)?.['name'];
    return { id, ...(typeof name === 'string' ? { name } : {}) };
  }

  device(id: string): NamedDevice {
    const { code, label } = this.#documents.get(`device:${id}`) ?? ({} as Record<string, unknown>);
    return {
      id,
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof label === 'string' ? { label } : {}),
    };
  }
}
