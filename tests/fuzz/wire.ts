import { connect, type Socket } from 'node:net';

export interface Reply {
  /** 0 where the connection ended without an answer. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly ms: number;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | undefined;
  readonly chunked: boolean;
}

const clean = (text: string): string => text.replaceAll(/[\r\n\0]/g, '');

function toBytes({ method, path, headers, body, chunked }: Sent): Uint8Array {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', 'Connection: close'];
  for (const [name, value] of headers) lines.push(`${name}: ${clean(value)}`);
  if (body !== undefined)
    lines.push(chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`);
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8');
  if (body === undefined) return Uint8Array.from(head);
  if (!chunked) return joined([head, body]);
  const chunk =
    body.length === 0 ? [] : [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')];
  return joined([head, ...chunk, Buffer.from('0\r\n\r\n')]);
}

const joined = (parts: readonly Buffer[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Speaks HTTP by hand: a proper client would refuse to send most of what is tried here. */
export function exchange(port: number, sent: Sent, withinMs = 15_000): Promise<Reply> {
  return talk(port, withinMs, (socket) => socket.write(toBytes(sent)));
}

/** Whatever `speak` writes, and all that comes back until the server hangs up. */
export function talk(port: number, withinMs: number, speak: (socket: Socket) => void): Promise<Reply> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ ...parse(text), ms: performance.now() - startedAt });
    };
    const timer = setTimeout(done, withinMs);
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => (text += part));
    socket.once('end', done).once('error', done).once('close', done);
    socket.once('connect', () => speak(socket));
  });
}

function parse(text: string): Omit<Reply, 'ms'> {
  const split = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, split === -1 ? undefined : split).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  );
  const raw = split === -1 ? '' : text.slice(split + 4);
  const body = headers['transfer-encoding'] === 'chunked' ? dechunked(raw) : raw;
  return {
    status: Number(/^HTTP\/1\.1 ([0-9]{3})/.exec(first)?.[1] ?? 0),
    headers,
    body: Buffer.from(body, 'latin1').toString('utf8'),
  };
}

function dechunked(text: string): string {
  let [rest, whole] = [text, ''];
  for (;;) {
    const line = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.slice(0, line), 16);
    if (!(size > 0)) return whole;
    whole += rest.slice(line + 2, line + 2 + size);
    rest = rest.slice(line + 2 + size + 2);
  }
}
