import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
}

function start(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', main], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

async function addressOf(started: Started): Promise<string> {
  for (;;) {
    const address = /ready at (http:\S+)/.exec(started.output())?.[1];
    if (address !== undefined) return address.replace('localhost', '127.0.0.1');
    if (started.child.exitCode !== null) throw new Error(started.output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function exitOf({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'close');
  return child.exitCode;
}

it('names every wrong setting and does not start', async () => {
  const started = start({ PORT: 'x', LOG_LEVEL: 'loud', NODE_ENV: 'production' });
  expect(await exitOf(started)).toBe(1);
  for (const name of ['PORT', 'LOG_LEVEL']) expect(started.output()).toContain(name);
  expect(started.output()).not.toContain(' at ');
});

// Four processes start from TypeScript here, each in seconds on a busy machine.
it(
  'serves, keeps a second process off its folder, ends in good order and starts again',
  { timeout: 120_000 },
  async () => {
    const env = { DATA_DIR: await mkdtemp(join(tmpdir(), 'revops-main-')) };
    const first = start(env);
    const address = await addressOf(first);
    expect((await fetch(`${address}/api/ready`)).status).toBe(200);
    const second = start(env);
    expect(await exitOf(second)).toBe(1);
    expect(second.output()).toContain('already running');
    first.child.kill('SIGTERM');
    expect(await exitOf(first)).toBe(0);
    const third = start(env);
    await addressOf(third);
    third.child.kill('SIGTERM');
    expect(await exitOf(third)).toBe(0);
  },
);
