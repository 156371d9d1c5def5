import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { appDist, benchRoot } from './paths.ts';
import type { Proxy } from './proxy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json',
};

async function fileFor(path: string): Promise<{ body: Buffer; type: string }> {
  const clean = normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, '');
  const [folder, name] = clean.startsWith('/__bench__')
    ? [join(benchRoot, 'dist'), clean.slice('/__bench__'.length)]
    : [appDist, clean];
  const file = name === '' || name.endsWith('/') ? join(folder, name, 'index.html') : join(folder, name);
  const body = await readFile(file).catch(() => readFile(join(folder, 'index.html')));
  return { body, type: types[extname(file)] ?? 'text/html; charset=utf-8' };
}

export interface StaticServer {
  readonly url: string;
  close(): void;
}

/**
 * The built app and the measuring page on one origin, so that both see the same databases. Compressed as the server does.
 * @param proxies what else answers on this origin.
 */
export async function staticServer(proxies: readonly Proxy[] = []): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (proxies.some((proxy) => proxy.take(request, response))) return;
    if (pathname.startsWith('/api') || pathname.startsWith('/sync')) {
      response.writeHead(503).end();
      return;
    }
    fileFor(pathname).then(
      ({ body, type }) => {
        response
          .writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-cache' })
          .end(gzipSync(Uint8Array.from(body)));
      },
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
