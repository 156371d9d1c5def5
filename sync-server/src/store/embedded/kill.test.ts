import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openEmbeddedStore } from './embedded-store-server.ts';

const rounds = 3;
const writer = fileURLToPath(new URL('../../testing/write-until-killed.ts', import.meta.url));

function startWriter(folder: string, round: number): ChildProcess {
  const flags = ['--conditions=source', '--import', 'tsx', writer, folder, String(round)];
  return spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills in the middle of writing and tells how many bulks were acknowledged by then. */
async function killMidway(child: ChildProcess, afterBulks: number): Promise<number> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > afterBulks) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return text.split('\n').filter((line) => line !== '').length;
}

it(
  'loses nothing acknowledged to kill -9, and the folder opens again without a word',
  { timeout: 60_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'revops-kill-'));
    const acknowledged: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      acknowledged.push(await killMidway(startWriter(folder, round), 5 + round * 7));
      const server = await openEmbeddedStore({ folder });
      const store = await server.open('ws-killed');
      for (const [earlier, bulks] of acknowledged.entries()) {
        const ids = Array.from({ length: bulks }, (_, bulk) => [
          `claim:${earlier}-${bulk}`,
          ...Array.from({ length: 50 }, (_, index) => `entry:${earlier}-${bulk}-${index}`),
        ]).flat();
        expect((await store.allDocs({ keys: ids })).length).toBe(ids.length);
      }
      // The feed names each stored document once and ends where the database says it ends.
      const feed = await store.changes({ since: '0', limit: 100_000 });
      const info = await store.info();
      expect(feed.lastSeq).toBe(info.updateSeq);
      expect(new Set(feed.rows.map((row) => row.id)).size).toBe(feed.rows.length);
      await server.close();
    }
    expect(acknowledged.every((bulks) => bulks >= 5)).toBe(true);
  },
);

it('keeps a second process out while the first one lives, and lets it in after a kill', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'revops-lock-'));
  const child = startWriter(folder, 0);
  await once(child.stdout as NodeJS.EventEmitter, 'data');
  await expect(openEmbeddedStore({ folder })).rejects.toThrow(/already running/);
  child.kill('SIGKILL');
  await once(child, 'close');
  await (await openEmbeddedStore({ folder })).close();
});
