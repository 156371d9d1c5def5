import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { callServer, ownerInput } from '../../testing/start-server.ts';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const key = '5'.repeat(64);

interface Started {
  readonly child: ChildProcess;
  readonly text: () => string;
}

function start(path: string, args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const flags = ['--conditions=source', '--import', 'tsx', source(path), ...args];
  const all = { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env };
  const child = spawn(process.execPath, flags, { env: all });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => (text += piece.toString()));
  return { child, text: () => text };
}

async function said(name: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const started = start(`./run-${name}.ts`, args, { BACKUP_KEY: key, ...env });
  await once(started.child, 'close');
  return `${started.child.exitCode} ${started.text()}`;
}

async function serving(env: Readonly<Record<string, string>>) {
  const started = start('../../main.ts', [], env);
  for (;;) {
    const address = /ready at (http:\S+)/.exec(started.text())?.[1];
    if (address !== undefined) return { ...started, url: address.replace('localhost', '127.0.0.1') };
    if (started.child.exitCode !== null) throw new Error(started.text());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

// Ten processes start from TypeScript here, each in seconds on a busy machine.
it(
  'back up while the server runs, refuse to restore under it, and bring everything back elsewhere',
  { timeout: 240_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'revops-commands-'));
    const [here, there, archives] = ['here', 'there', 'archives'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const server = await serving({ DATA_DIR: here });
    await callServer(server.url, '/api/auth/register', { body: ownerInput });
    expect(await said('backup', ['--to', archives], { DATA_DIR: here })).toMatch(
      /^0 Written and verified: .*rbk/,
    );
    const [name = ''] = await readdir(archives);
    const path = join(archives, name);
    const compared = await said('verify', [path], { DATA_DIR: here });
    expect(compared).toMatch(/^0 .*the store it was taken from.*comes back exactly/s);
    const into = ['--into', 'existing', '--replace'];
    expect(await said('restore', [path, ...into], { DATA_DIR: here })).toMatch(
      /^1 A server runs on this data/,
    );
    server.child.kill('SIGKILL');
    await once(server.child, 'close');

    expect(await said('backup', [], { DATA_DIR: there })).toMatch(/^1 There is no data in/);
    expect(await said('restore', [], { DATA_DIR: there })).toMatch(/^1 npm run restore -- <archive>/);
    expect(await said('restore', [path], { DATA_DIR: there, BACKUP_KEY: '6'.repeat(64) })).toMatch(
      /^1 This key/,
    );
    expect(await said('restore', [path], { DATA_DIR: there })).toMatch(/^0 Restored as of/);
    expect(await said('restore', [path], { DATA_DIR: there })).toMatch(/^1 There is data already/);
    const again = await serving({ DATA_DIR: there });
    const { email, password } = ownerInput;
    const signedIn = await callServer(again.url, '/api/auth/login', { body: { email, password } });
    expect(signedIn.status).toBe(200);
    again.child.kill('SIGKILL');
    await once(again.child, 'close');
  },
);
