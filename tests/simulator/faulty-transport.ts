import type { AnyDocument, Random } from '@revops/domain';
import type { Keys } from './people.ts';
import type { WorkshopServer } from './workshop-server.ts';

/** What can happen to one request on its way. */
const faults = ['drop_request', 'drop_response', 'duplicate', 'server_error', 'hang', 'kill_server'] as const;
type Fault = (typeof faults)[number];

/** A revision that the server said it has stored, as it was sent. */
export interface Acknowledged {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** An answer as it came, and what the person might read while it was on its way. */
export interface Received {
  readonly text: string;
  readonly keys: readonly (Keys | undefined)[];
}

interface Body {
  readonly _id: string;
  readonly _rev: string;
}

export interface TransportOptions {
  readonly server: WorkshopServer;
  readonly random: Random;
  readonly trace: (line: string) => void;
  /** What the person may read now; undefined for one who was removed. */
  readonly keysNow: () => Keys | undefined;
  /** Lets the time pass that a person would wait for an answer that never comes. */
  readonly passTimeLimits: () => void;
}

/** The network of one phone: every byte that arrives is kept, and so is everything the server ever acknowledged. */
export class FaultyTransport {
  readonly received: Received[] = [];
  readonly acknowledged: Acknowledged[] = [];
  /** What the server said it keeps of a removed person. */
  readonly handedOver: AnyDocument[] = [];
  readonly refused = new Set<string>();
  /** Share of requests that meet a fault; 0 heals the network. */
  faultShare = 0;
  /** Requests that the server is working on. */
  inFlight = 0;
  readonly #options: TransportOptions;

  constructor(options: TransportOptions) {
    this.#options = options;
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { random, trace, passTimeLimits } = this.#options;
    const fault: Fault | undefined = random.chance(this.faultShare) ? random.pick(faults) : undefined;
    const keys = this.#options.keysNow();
    const path = new URL(url).pathname.split('/').slice(3).join('/') || 'root';
    if (fault !== undefined) trace(`    ${path} meets ${fault}`);
    switch (fault) {
      case 'drop_request':
        throw new TypeError('network');
      case 'server_error':
        return new Response('{"error":"internal"}', {
          status: 503,
          headers: { 'content-type': 'application/json' },
        });
      case 'hang':
        if (random.chance(0.5)) await this.#pass(url, init);
        setImmediate(passTimeLimits);
        return new Promise(() => undefined);
      case 'kill_server':
        return this.#killAround(url, init, keys);
      case 'drop_response':
        await this.#pass(url, init);
        throw new TypeError('network');
      case 'duplicate': {
        const [first, second] = await Promise.all([this.#pass(url, init), this.#pass(url, init)]);
        return this.#deliver(random.chance(0.5) ? first : second, keys);
      }
      case undefined:
        return this.#deliver(await this.#pass(url, init), keys);
    }
  };

  /** The server dies somewhere while it works on the request. */
  async #killAround(url: string, init: RequestInit, keys: Keys | undefined): Promise<Response> {
    const { server, random } = this.#options;
    const answer = this.#pass(url, init);
    answer.catch(() => undefined);
    for (let turns = random.between(0, 30); turns > 0; turns -= 1) await new Promise(setImmediate);
    await server.kill();
    return this.#deliver(await answer, keys);
  }

  /** Through the server and back; what it acknowledged counts even if the answer is lost after this. */
  async #pass(url: string, init: RequestInit): Promise<Response> {
    this.inFlight += 1;
    const answer = await this.#options.server.fetch(url, init).finally(() => (this.inFlight -= 1));
    if (url.endsWith('/_bulk_docs') && answer.status === 201) this.#note(init, await answer.clone().text());
    if (url.endsWith('/api/quarantine') && answer.status === 200)
      this.#noteHandedOver(init, await answer.clone().text());
    return answer;
  }

  #noteHandedOver(init: RequestInit, text: string): void {
    const { documents } = JSON.parse(init.body as string) as { documents: { body: Body }[] };
    const { kept } = JSON.parse(text) as { kept: { id: string; rev: string }[] };
    const keys = new Set(kept.map(({ id, rev }) => `${id} ${rev}`));
    for (const { body } of documents)
      if (keys.has(`${body._id} ${body._rev}`)) this.handedOver.push(body as unknown as AnyDocument);
  }

  #note(init: RequestInit, text: string): void {
    const sent = (JSON.parse(init.body as string) as { docs: (Acknowledged['body'] & { _id: string })[] })
      .docs;
    const rows = JSON.parse(text) as { id: string; ok?: boolean; error?: string }[];
    for (const [index, row] of rows.entries()) {
      const body = sent[index];
      if (row.ok === true && body !== undefined) this.acknowledged.push({ id: row.id, body });
      if (row.error === 'forbidden') this.refused.add(row.id);
    }
  }

  async #deliver(answer: Response, keys: Keys | undefined): Promise<Response> {
    const text = await answer.clone().text();
    this.received.push({ text, keys: [keys, this.#options.keysNow()] });
    return answer;
  }
}
