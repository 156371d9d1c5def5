import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = (path: string): string => join(root, path);
const upWithinMs = 120_000;

export type Settings = Readonly<Record<string, string>>;

function start(path: string, args: readonly string[], settings: Settings): ChildProcess {
  const env = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'error', HOST: '127.0.0.1', ...settings };
  return spawn(process.execPath, ['--import', 'tsx', '--conditions=source', source(path), ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The real server in a process of its own, as `npm start` runs it. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(settings: Settings): Promise<ServerProcess> {
    const child = start('sync-server/src/main.ts', [], { PORT: '0', ...settings });
    let text = '';
    child.stdout?.on('data', (piece: Buffer) => (text += piece.toString()));
    const deadline = Date.now() + upWithinMs;
    for (;;) {
      const address = /ready at (http:\S+)/.exec(text)?.[1];
      if (address !== undefined) return new ServerProcess(child, address.replace('localhost', '127.0.0.1'));
      if (child.exitCode !== null || Date.now() > deadline) throw new Error('the server did not start');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** As a power cut: nothing is said goodbye to. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'close');
  }
}

/** One of the server's commands, to its end; what it says. */
export async function command(
  name: 'backup' | 'restore',
  args: readonly string[],
  settings: Settings,
): Promise<string> {
  const child = start(`sync-server/src/backup/commands/run-${name}.ts`, args, settings);
  let text = '';
  child.stdout?.on('data', (piece: Buffer) => (text += piece.toString()));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`${name} ended with ${child.exitCode}\n${text}`);
  return text;
}
