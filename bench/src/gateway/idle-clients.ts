// Thousands of phones that wait for news, in a process of their own: bare sockets, so that what is measured is the server.
import { connect, type Socket } from 'node:net';
import type { Message } from './protocol.ts';

/** Each line is one phone: where it waits, and whether its waking is timed. */
export interface Waiting {
  readonly path: string;
  readonly token: string;
}

export type ClientOrder =
  | { readonly kind: 'wait'; readonly url: string; readonly phones: readonly Waiting[] }
  /** Waits for the answers of the phones that were asked to wait last. @returns when each came, by the clock. */
  | { readonly kind: 'woken'; readonly count: number };

const atOnce = 100;
const now = (): number => performance.timeOrigin + performance.now();

/** Answers that came since the phones began to wait. */
let arrivals: number[] = [];
let onArrival: () => void = () => undefined;
const open: Socket[] = [];

/** Resolves when the request is on its way; the answer comes when the server has news. */
function wait(url: URL, { path, token }: Waiting): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname, () => {
      const head = [`GET ${path} HTTP/1.1`, `Host: ${url.host}`, `Authorization: Bearer ${token}`];
      socket.write(`${head.join('\r\n')}\r\n\r\n`, () => resolve());
    });
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      text += part;
      // Heartbeats are empty lines; an answer has rows.
      if (!text.includes('"results"') || arrivals.length > 1e6) return;
      if (!text.startsWith('HTTP/1.1 200')) throw new Error(text.slice(0, 300));
      text = '';
      arrivals.push(now());
      socket.destroy();
      onArrival();
    });
    socket.on('error', reject);
    open.push(socket);
  });
}

async function waitAll(order: Extract<ClientOrder, { kind: 'wait' }>): Promise<number> {
  const url = new URL(order.url);
  arrivals = [];
  for (let start = 0; start < order.phones.length; start += atOnce)
    await Promise.all(order.phones.slice(start, start + atOnce).map((phone) => wait(url, phone)));
  return open.length;
}

function woken(count: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    onArrival = () => {
      if (arrivals.length >= count) resolve(arrivals);
    };
    onArrival();
  });
}

const tell = (message: Message): void => void process.send?.(message);
process.on('message', ({ id, order }: { id: number; order: ClientOrder }) => {
  const work: Promise<unknown> = order.kind === 'wait' ? waitAll(order) : woken(order.count);
  work.then(
    (value) => tell({ kind: 'answer', id, value }),
    (error: unknown) => tell({ kind: 'failed', id, reason: String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
tell({ kind: 'ready', url: '' });
