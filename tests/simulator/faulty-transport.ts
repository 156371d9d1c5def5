import type { Random } from '@revops/domain';
import { Acknowledgements, type Received } from './acknowledgements.ts';
import { requestFaults, type RequestFault } from './fault-kinds.ts';
import type { Keys } from './people.ts';
import type { WorkshopServer } from './workshop-server.ts';

export interface TransportOptions {
  readonly server: WorkshopServer;
  readonly random: Random;
  readonly trace: (line: string) => void;
  readonly onFault: (fault: RequestFault) => void;
  /** What the person may read now; undefined for one who was removed. */
  readonly keysNow: () => Keys | undefined;
  /** Lets the time pass that a person would wait for an answer that never comes. */
  readonly passTimeLimits: () => void;
  /** The server's clock. */
  readonly worldNow: () => number;
}

const json = { 'content-type': 'application/json' };
const page = '<html><title>Sign in to Wi-Fi</title></html>';

/** Answers that come without the server having been asked. */
const answersOfNobody = {
  server_error: () => new Response('{"error":"internal"}', { status: 503, headers: json }),
  overloaded: () =>
    new Response('{"error":"overloaded"}', { status: 503, headers: { ...json, 'retry-after': '2' } }),
  token_refused: () => new Response('{"error":{"code":"token_expired"}}', { status: 401, headers: json }),
  foreign_page: () => new Response(page, { status: 200, headers: { 'content-type': 'text/html' } }),
};

const isOfNobody = (fault: RequestFault): fault is keyof typeof answersOfNobody => fault in answersOfNobody;

/** The network of one phone: every byte that arrives is kept, and so is everything the server ever acknowledged. */
export class FaultyTransport {
  readonly received: Received[] = [];
  readonly told: Acknowledgements;
  /** Share of requests that meet a fault; 0 heals the network. */
  faultShare = 0;
  /** Requests that the server is working on. */
  inFlight = 0;
  readonly #options: TransportOptions;
  /** What lingers on its way and arrives after requests that were made later. */
  #late: (() => Promise<unknown>)[] = [];
  /** The end of a server that is to die while it works. */
  #death: Promise<void> | undefined;

  constructor(options: TransportOptions) {
    this.#options = options;
    this.told = new Acknowledgements(options.worldNow);
  }

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const { random, trace, onFault } = this.#options;
    const path = new URL(url).pathname.split('/').slice(3).join('/') || 'root';
    const picked = random.chance(this.faultShare) ? random.pick(requestFaults) : undefined;
    // The time limit of a token's renewal is the browser's own, which no simulated time strikes.
    const fault = picked === 'hang' && path.startsWith('refresh') ? 'drop_response' : picked;
    if (fault === undefined) return this.#deliver(this.#pass(url, init));
    trace(`    ${path} meets ${fault}`);
    onFault(fault);
    return this.#fail(fault, url, init);
  };

  /** What lingered arrives at last. */
  async settle(): Promise<void> {
    const late = this.#late;
    this.#late = [];
    for (const arrive of late) await arrive().catch(() => undefined);
  }

  async #fail(fault: RequestFault, url: string, init: RequestInit): Promise<Response> {
    const { random, passTimeLimits } = this.#options;
    if (isOfNobody(fault)) return answersOfNobody[fault]();
    switch (fault) {
      case 'reorder':
        this.#late.push(() => this.#pass(url, { ...init, signal: null }));
        break;
      case 'hang':
        if (random.chance(0.5)) await this.#pass(url, init);
        setImmediate(passTimeLimits);
        return new Promise(() => undefined);
      case 'kill_server_in_request':
        return this.#deliver(this.#killAround(url, init));
      case 'drop_response':
        await this.#pass(url, init);
        break;
      case 'half_answer':
        return half(await this.#pass(url, init));
      case 'duplicate':
        return this.#deliver(this.#twice(url, init));
      case 'drop_request':
        break;
    }
    throw new TypeError('network');
  }

  async #twice(url: string, init: RequestInit): Promise<Response> {
    const [first, second] = await Promise.all([this.#pass(url, init), this.#pass(url, init)]);
    return this.#options.random.chance(0.5) ? first : second;
  }

  /** The server dies somewhere while it works on the request. */
  async #killAround(url: string, init: RequestInit): Promise<Response> {
    const { server, random } = this.#options;
    const answer = this.#pass(url, init);
    answer.catch(() => undefined);
    const die = async (turns: number): Promise<void> => {
      for (let left = turns; left > 0; left -= 1) await new Promise(setImmediate);
      await server.kill();
    };
    this.#death = die(random.between(0, 30));
    await this.#death;
    return answer;
  }

  /** Until a server that is to die has died: what people do elsewhere comes before or after it. */
  async untilDead(): Promise<void> {
    await this.#death;
  }

  /** Through the server and back; what it acknowledged counts even if the answer is lost after this. */
  async #pass(url: string, init: RequestInit): Promise<Response> {
    this.inFlight += 1;
    try {
      const answer = await this.#options.server.fetch(url, init);
      await this.told.note(url, init, answer);
      if (this.#late.length > 0 && this.#options.random.chance(0.5)) void this.settle();
      return answer;
    } finally {
      this.inFlight -= 1;
    }
  }

  async #deliver(pending: Promise<Response>): Promise<Response> {
    const keys = this.#options.keysNow();
    const answer = await pending;
    const text = await answer.clone().text();
    this.received.push({ text, keys: [keys, this.#options.keysNow()] });
    return answer;
  }
}

/** The connection broke off in the middle of the body. */
async function half(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: answer.status === 204 ? 200 : answer.status,
    headers: json,
  });
}
