import { randomBytes } from 'node:crypto';
import {
  createHlc,
  money,
  openJob,
  takePayment,
  uuidv7,
  zeroMoney,
  type Act,
  type ActContext,
  type ActResult,
  type AnyDocument,
  type Job,
  type Payment,
  type Session,
} from '@revops/domain';
import type { Answer, CallableServer, CallOptions } from './start-server.ts';

export interface SyncRow {
  readonly id: string;
  readonly rev?: string;
  readonly ok?: true;
  readonly error?: string;
  readonly reason?: string;
}

export interface FeedAnswer {
  readonly results: readonly {
    readonly seq: string;
    readonly id: string;
    readonly changes: readonly { readonly rev: string }[];
    readonly deleted?: true;
    readonly doc?: AnyDocument & { readonly _rev: string };
  }[];
  readonly last_seq: string;
  readonly pending: number;
  readonly restarted?: true;
}

export type WireDocument = AnyDocument & {
  readonly _rev: string;
  readonly _revisions?: { readonly start: number; readonly ids: readonly string[] };
};

export const randomHash = (): string => randomBytes(16).toString('hex');

/** A first revision as a phone makes it. */
export function fresh(document: AnyDocument): WireDocument {
  const hash = randomHash();
  return { ...document, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
}

/** An edit over a revision that the phone holds. */
export function over(parent: WireDocument, document: AnyDocument): WireDocument {
  const { start, ids } = parent._revisions ?? { start: 1, ids: [parent._rev.slice(2)] };
  const hash = randomHash();
  return { ...document, _rev: `${start + 1}-${hash}`, _revisions: { start: start + 1, ids: [hash, ...ids] } };
}

export function bodyOf(wire: AnyDocument): AnyDocument {
  const { _rev, _revisions, ...body } = wire;
  return body;
}

/** One person on one phone: makes documents by the real acts and speaks to the gateway. */
export class Phone {
  readonly server: CallableServer;
  readonly session: Session;
  readonly context: ActContext;
  #n = 0;
  #job = 0;

  constructor(server: CallableServer, session: Session, now: () => number = Date.now) {
    this.server = server;
    this.session = session;
    const deviceId = session.device?.id ?? '';
    const hlc = createHlc({ deviceId, now });
    this.context = {
      userId: session.user.id,
      role: session.user.role as 'owner' | 'manager',
      deviceId,
      deviceIds: [deviceId],
      // As a workshop is founded: nothing is let off without an owner.
      workshop: { shareCustomers: true, timeZone: 'Asia/Kolkata', currency: 'INR', waiverLimit: zeroMoney },
      get now() {
        return new Date(now()).toISOString();
      },
      offset: 330,
      stamp: () => hlc.next(),
      newId: () => uuidv7(now(), (count) => Uint8Array.from(randomBytes(count))),
      nextN: () => (this.#n += 1),
      nextJobNumber: () => `${session.device?.code ?? 'A1'}-${String((this.#job += 1)).padStart(4, '0')}`,
    };
  }

  get userId(): string {
    return this.session.user.id;
  }

  call<T = Record<string, unknown>>(path: string, options: CallOptions = {}): Promise<Answer<T>> {
    const url = `/sync/${this.session.workshop.id}${path}`;
    return this.server.call<T>(url, { token: this.session.accessToken, ...options });
  }

  async send(documents: readonly unknown[]): Promise<readonly SyncRow[]> {
    const answer = await this.call<SyncRow[]>('/_bulk_docs', { body: { docs: documents, new_edits: false } });
    if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** The codes of the refused rows, `ok` for the others. */
  async codes(documents: readonly unknown[]): Promise<readonly string[]> {
    return (await this.send(documents)).map((row) => row.reason?.split(':')[0] ?? 'ok');
  }

  async changes(query = ''): Promise<FeedAnswer> {
    return (await this.call<FeedAnswer>(`/_changes?style=all_docs&${query}`)).body;
  }

  /** Every id this person can see. */
  async ids(): Promise<readonly string[]> {
    const { results } = await this.changes();
    return results.filter((row) => row.deleted !== true).map((row) => row.id);
  }

  async get(id: string): Promise<WireDocument> {
    const answer = await this.call<WireDocument>(`/${encodeURIComponent(id)}?revs=true`);
    if (answer.status !== 200) throw new Error(`${id}: ${answer.status}`);
    return answer.body;
  }

  openJob(input: Partial<Parameters<typeof openJob>[1]> = {}): readonly WireDocument[] {
    return wires(openJob(this.context, { plate: 'MH12AB1234', customerName: 'Raj Kumar', ...input }));
  }

  pay(job: AnyDocument, amount: number, more: Partial<Parameters<typeof takePayment>[2]> = {}) {
    const input = { amount: money(amount), kind: 'partial', method: 'cash', ...more } as const;
    return wires(takePayment(this.context, job as unknown as Job, input));
  }
}

export function actOf(result: ActResult): Act {
  if (!result.ok) throw new Error(`the act was refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}

export const wires = (result: ActResult): readonly WireDocument[] => actOf(result).documents.map(fresh);

export function typed<D extends AnyDocument>(documents: readonly D[], type: string): D {
  const found = documents.find((document) => document.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

/** Changes fields of a record with new stamps, as every act does. */
export function changed(
  phone: Phone,
  record: AnyDocument,
  changes: Readonly<Record<string, unknown>>,
): AnyDocument {
  const stamp = phone.context.stamp();
  const stamps = Object.fromEntries(Object.keys(changes).map((field) => [field, stamp]));
  return { ...bodyOf(record), ...changes, stamps: { ...record.stamps, ...stamps } };
}

export const asPayment = (document: AnyDocument): Payment => document as unknown as Payment;
export const asJob = (document: AnyDocument): Job => document as unknown as Job;
