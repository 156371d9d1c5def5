import {
  type FieldStamp,
  nextStamp,
  offsetMinutes,
  typeNamed,
  upgraded,
  type AnyDocument,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore, PutOutcome } from '#src/store/document-store.ts';
import { Timelines } from '#src/sync/timelines.ts';

export const serverDevice = 'server';

type Fields = Readonly<Record<string, unknown>>;

/** What the gateway itself adds to a workshop. */
interface NewRecord {
  readonly type: string;
  readonly id: string;
  readonly createdBy: string;
  readonly timeZone: string;
  readonly fields: Fields;
}

/** What the gateway itself writes: the first workshop, members, devices. */
export class WorkshopDocuments {
  readonly #store: DocumentStore;
  readonly #now: () => number;
  readonly #timelines: Timelines;

  constructor(store: DocumentStore, now: () => number) {
    this.#store = store;
    this.#now = now;
    this.#timelines = new Timelines(store, now);
  }

  get store(): DocumentStore {
    return this.#store;
  }

  async get(id: string): Promise<AnyDocument | undefined> {
    const stored = await this.#store.get(id);
    return stored && upgraded(stored as unknown as AnyDocument);
  }

  async list(type: string): Promise<readonly AnyDocument[]> {
    const docs = await this.#store.allDocs({ startId: `${type}:`, endId: `${type}:\uffff` });
    return docs.map((doc) => upgraded(doc as unknown as AnyDocument));
  }

  /** Days and offsets are the workshop's; before it exists there is only UTC. */
  async timeZone(): Promise<string> {
    const zone = (await this.get('workshop:self'))?.['timeZone'];
    return typeof zone === 'string' ? zone : 'UTC';
  }

  async name(): Promise<string> {
    const name = (await this.get('workshop:self'))?.['name'];
    return typeof name === 'string' ? name : '';
  }

  /**
   * Creates records, or leaves those that are there: a repeated registration writes nothing twice. Answers which of them
   * are new.
   */
  async create(...records: readonly NewRecord[]): Promise<readonly boolean[]> {
    const documents = records.map((record) => this.#documentOf(record));
    await this.#timelines.state();
    const puts = await Promise.all(documents.map((document) => this.#store.put(document)));
    return puts.map(({ outcome }) => outcome === 'created');
  }

  /** Changes fields with new stamps over the newest body; undefined takes a field away. */
  async change(id: string, fields: Fields): Promise<AnyDocument> {
    for (;;) {
      const before = await this.#store.get(id);
      if (!before) throw new AppError('not_found');
      const { _rev, ...body } = before;
      const stamps: Record<string, FieldStamp> = { ...(body['stamps'] as Record<string, FieldStamp>) };
      const changed = Object.keys(fields).filter(
        (field) => JSON.stringify(body[field]) !== JSON.stringify(fields[field]),
      );
      if (changed.length === 0) return before as unknown as AnyDocument;
      const stamp = nextStamp(highest(stamps), this.#now(), serverDevice);
      for (const field of changed) stamps[field] = stamp;
      const after = checked(String(body['type']), withoutUndefined({ ...body, ...fields, stamps }));
      const { outcome } = await this.#put({ ...after, _rev });
      if (outcome !== 'conflict') return after;
    }
  }

  #documentOf({ type, id, createdBy, timeZone, fields }: NewRecord): AnyDocument {
    const createdAt = new Date(this.#now()).toISOString();
    const schema = typeNamed(type)?.version ?? 1;
    const envelope = { type, schema, createdAt, offset: offsetMinutes(createdAt, timeZone), createdBy };
    const stamp = nextStamp(undefined, this.#now(), serverDevice);
    const present = withoutUndefined(fields);
    const stamps = Object.fromEntries(Object.keys(present).map((field) => [field, stamp]));
    return checked(type, { _id: id, ...envelope, device: serverDevice, ...present, stamps });
  }

  /** A restore must be noticed before the feed grows over it, also where only REST writes. */
  async #put(document: AnyDocument): Promise<PutOutcome> {
    await this.#timelines.state();
    return this.#store.put(document);
  }
}

function highest(stamps: NonNullable<AnyDocument['stamps']>): string | undefined {
  return Object.values(stamps)
    .map((stamp) => (typeof stamp === 'string' ? stamp : stamp.hlc))
    .sort()
    .at(-1);
}

function withoutUndefined(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The gateway holds itself to the schema that it holds phones to. */
function checked(type: string, body: Record<string, unknown>): AnyDocument {
  const definition = typeNamed(type);
  if (!definition) throw new Error(`no document type ${type}`);
  const document = { ...body, access: definition.accessOf(body as unknown as AnyDocument) };
  return definition.schema.parse(document);
}
