import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A CouchDB that a test may kill and give other files to. */
export interface OwnCouchDb {
  readonly url: string;
  start(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Copies its files away, as a backup tool does. */
  backUp(): Promise<void>;
  /** Puts the copied files back, as a person with a shell does. Only while it is killed. */
  putBack(): Promise<void>;
  remove(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const upWithinMs = 30_000;
/** CouchDB tells its times in whole seconds: two starts must not lie closer. */
const shortestRunMs = 4000;

/** `home` is an installation: the folder that holds bin/couchdb. Nothing in it is changed. */
export async function ownCouchDb(home: string): Promise<OwnCouchDb> {
  const folder = await mkdtemp(join(tmpdir(), 'revops-couchdb-'));
  const port = await freePort();
  const data = join(folder, 'data');
  const url = `http://admin:secret@127.0.0.1:${port}`;
  const files = await configure(home, folder, port);
  let running: ChildProcess | undefined;
  let startedAt = 0;

  async function kill(): Promise<void> {
    const child = running;
    running = undefined;
    await new Promise((resolve) => setTimeout(resolve, startedAt + shortestRunMs - Date.now()));
    if (!child) return;
    if (child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  return {
    url,
    kill,
    async start() {
      running = spawn(join(home, 'bin', 'couchdb'), { env: { ...process.env, ...files }, stdio: 'ignore' });
      startedAt = Date.now();
      await isUp(port);
    },
    backUp: () => cp(data, join(folder, 'backup'), { recursive: true }),
    async putBack() {
      await rm(data, { recursive: true });
      await cp(join(folder, 'backup'), data, { recursive: true });
    },
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function configure(home: string, folder: string, port: number): Promise<Record<string, string>> {
  const ini = join(folder, 'own.ini');
  const args = join(folder, 'vm.args');
  await mkdir(join(folder, 'data'));
  const data = join(folder, 'data');
  const settings = [
    '[couchdb]',
    'single_node = true',
    'uuid = 00000000000000000000000000000042',
    `database_dir = ${data}`,
    `view_index_dir = ${data}`,
    '[chttpd]',
    `port = ${port}`,
    'bind_address = 127.0.0.1',
    '[cluster]',
    'q = 1',
    '[admins]',
    'admin = secret',
    '[log]',
    'level = none',
  ];
  await writeFile(ini, `${settings.join('\n')}\n`);
  const flags = [
    `-name revops${port}@127.0.0.1`,
    `-setcookie revops${port}`,
    '-kernel error_logger silent',
    '-sasl sasl_error_logger false',
    '-os_mon start_cpu_sup false',
    '-os_mon start_memsup false',
    '+Bd -noinput',
  ];
  await writeFile(args, `${flags.join('\n')}\n`);
  return {
    COUCHDB_INI_FILES: `${join(home, 'etc', 'default.ini')} ${ini}`,
    COUCHDB_ARGS_FILE: args,
  };
}

async function isUp(port: number): Promise<void> {
  const deadline = Date.now() + upWithinMs;
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/_up`).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > deadline) throw new Error('CouchDB did not come up');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
