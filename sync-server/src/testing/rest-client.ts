import type { JobItem, jobInputSchema } from '@revops/domain';
import type { z } from 'zod';
import type { Answer } from './start-server.ts';
import type { Phone } from './sync-kit.ts';

export interface Refused {
  readonly error?: { readonly code: string; readonly fields?: Readonly<Record<string, string>> };
}

export interface Listed<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** One person who speaks to the REST calls with the session of their phone. */
export class RestClient {
  readonly who: Phone;

  constructor(who: Phone) {
    this.who = who;
  }

  get<T>(path: string): Promise<Answer<T & Refused>> {
    return this.#call(path, {});
  }

  post<T>(path: string, body: unknown, key?: string): Promise<Answer<T & Refused>> {
    return this.#call(path, { body, ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }) });
  }

  put<T>(path: string, body: unknown = {}): Promise<Answer<T & Refused>> {
    return this.#call(path, { method: 'PUT', body });
  }

  /** A job that has to be made. */
  async openJob(
    input: Partial<z.input<typeof jobInputSchema>> = {},
  ): Promise<{ readonly id: string; readonly number: string }> {
    const body = { vehicleNumber: 'MH 12 AB 1234', customerName: 'Raj Kumar', ...input };
    return made(await this.post<{ id: string; number: string }>('/api/jobs', body));
  }

  async pay(jobId: string, amount: number, more: object = {}): Promise<string> {
    const body = { jobId, amount, kind: 'partial', method: 'cash', ...more };
    return made(await this.post<{ id: string }>('/api/payments', body)).id;
  }

  async job(id: string): Promise<JobItem> {
    return (await this.get<JobItem>(`/api/jobs/${id}`)).body;
  }

  /** Every page of a list. */
  async all<T>(path: string): Promise<readonly T[]> {
    const items: T[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const more = after === '' ? '' : `${path.includes('?') ? '&' : '?'}after=${after}`;
      const page: Answer<Listed<T> & Refused> = await this.get<Listed<T>>(path + more);
      if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
      items.push(...page.body.items);
      after = page.body.next;
    }
    return items;
  }

  #call<T>(path: string, options: object): Promise<Answer<T & Refused>> {
    return this.who.server.call<T & Refused>(path, { token: this.who.session.accessToken, ...options });
  }
}

function made<T>({ status, body }: Answer<T & Refused>): T {
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
