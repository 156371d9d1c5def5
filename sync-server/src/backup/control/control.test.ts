import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BackupError } from '../backup-error.ts';
import { askServer } from './ask-server.ts';
import { readControlFile } from './control-file.ts';
import { startControl } from './control-server.ts';

const scratch = (): Promise<string> => mkdtemp(join(tmpdir(), 'revops-control-'));

it('does what is asked with the token beside the data, and nothing without', async () => {
  const folder = await scratch();
  const control = await startControl(folder, {
    echo: (input) => Promise.resolve({ input }),
    fail: () => Promise.reject(new BackupError('no room')),
  });
  expect(await askServer(folder, 'echo', 'hello')).toEqual({ input: 'hello' });
  await expect(askServer(folder, 'fail', {})).rejects.toThrow('no room');
  await expect(askServer(folder, 'unknown', {})).rejects.toThrow('404');
  const file = await readControlFile(folder);
  const refused = await fetch(`http://127.0.0.1:${file?.port}/echo`, { method: 'POST', body: '1' });
  expect(refused.status).toBe(401);
  expect((await stat(join(folder, 'control.json'))).mode % 0o100).toBe(0);
  await control.close();
  expect(await askServer(folder, 'echo', 'hello')).toBeUndefined();
});

it('tells nothing to a stranger who has the port of a server that crashed', async () => {
  const folder = await scratch();
  const heard: string[] = [];
  const stranger = createServer((request, response) => {
    heard.push(`${request.method} ${request.headers.authorization ?? ''}`);
    response.end('{"proof":"none"}');
  });
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as AddressInfo;
  await writeFile(join(folder, 'control.json'), JSON.stringify({ port, token: 'secret' }));
  expect(await askServer(folder, 'echo', 'hello')).toBeUndefined();
  expect(heard).toEqual(['GET ']);
  stranger.close();
});
