import { request, type IncomingMessage, type Server } from 'node:http';
import { duplexPair, type Duplex } from 'node:stream';

/** One of the phone's sockets, told the address that rate limits ask for. */
function connect(server: Server): Duplex {
  const [client, serverSide] = duplexPair();
  const destroySoon = (): void => void serverSide.end(() => serverSide.destroy());
  server.emit('connection', Object.assign(serverSide, { remoteAddress: '127.0.0.1', destroySoon }));
  // A pair of streams keeps it to itself when one of them is destroyed; a socket tells the other end.
  serverSide.once('close', () => client.destroy());
  client.once('close', () => serverSide.destroy());
  return client;
}

async function bodyOf(answer: IncomingMessage): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of answer) parts.push(part as Uint8Array<ArrayBuffer>);
  return new Blob(parts);
}

/** Speaks real HTTP with a server in this process, over a pair of streams instead of a port. */
export async function inProcessFetch(server: Server, url: string, init: RequestInit): Promise<Response> {
  const { pathname, search } = new URL(url);
  const headers = { ...(init.headers as Record<string, string>), connection: 'close' };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(
      {
        method: init.method ?? 'GET',
        path: pathname + search,
        headers,
        createConnection: () => connect(server),
      },
      resolve,
    );
    asked.on('error', reject);
    const abort = (): void => void asked.destroy(new Error('aborted'));
    init.signal?.addEventListener('abort', abort, { once: true });
    // A server's life is one signal for all that it is asked.
    asked.once('close', () => init.signal?.removeEventListener('abort', abort));
    asked.end(init.body as string | Uint8Array | undefined);
  });
  const body = await bodyOf(answer);
  const given = Object.entries(answer.headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  const status = answer.statusCode ?? 500;
  return new Response(status === 204 || status === 304 ? null : body, { status, headers: given });
}
