import { Agent, request } from 'node:http';

export interface Asked {
  readonly method: string;
  /** Sent as it stands: `fetch` would tidy away the dots and slashes that are being tried. */
  readonly path: string;
  readonly body?: string;
}

export interface Told {
  readonly status: number;
  /** Headers and body: a secret in a header is told as well. */
  readonly text: string;
  readonly body: string;
}

/** One connection pool per person, as phones have. */
export class RawClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  readonly #port: number;

  constructor(url: string) {
    this.#port = Number(new URL(url).port);
  }

  ask({ method, path, body }: Asked, token: string, timeoutMs = 20_000): Promise<Told> {
    return new Promise((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      };
      const options = { host: '127.0.0.1', port: this.#port, method, path, headers, agent: this.#agent };
      const sent = request(options, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.once('error', reject);
        answer.once('end', () => {
          const status = answer.statusCode ?? 0;
          resolve({ status, body, text: `${JSON.stringify(answer.rawHeaders)}\n${body}` });
        });
      });
      sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`${path} was not answered`)));
      sent.once('error', reject).end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
