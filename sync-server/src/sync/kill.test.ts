import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { callServer, registerOwner, type TestServer } from '#src/testing/start-server.ts';
import { Phone, type SyncRow, type WireDocument } from '#src/testing/sync-kit.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The real server in a process of its own, which can be killed. */
class Process {
  readonly child: ChildProcess;
  #text = '';

  constructor(dataDir: string) {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDir,
    };
    this.child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', main], { env });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.#text += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.#text += chunk.toString()));
  }

  async server(): Promise<TestServer> {
    for (;;) {
      const address = /ready at (http:\S+)/.exec(this.#text)?.[1]?.replace('localhost', '127.0.0.1');
      if (address !== undefined)
        return {
          url: address,
          call: (path: string, options: object) => callServer(address, path, options),
        } as unknown as TestServer;
      if (this.child.exitCode !== null) throw new Error(this.#text);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}

it(
  'kill -9 in the middle of sending loses nothing acknowledged and doubles nothing',
  { timeout: 120_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'revops-kill-gateway-'));
    let running = new Process(dataDir);
    const session = await registerOwner(await running.server());
    const journal: WireDocument[] = [];
    const acknowledged = new Set<string>();
    let place = '0';
    const maker = new Phone(await running.server(), session);
    for (let round = 0; round < 3; round += 1) {
      const phone = Object.assign(Object.create(maker) as Phone, { server: await running.server() });
      const batches = Array.from({ length: 30 }, () => {
        const documents = maker.openJob();
        const paid = Array.from({ length: 20 }, (_, index) =>
          maker.pay(documents[0] as WireDocument, index + 1),
        ).flat();
        return [...documents, ...paid];
      });
      journal.push(...batches.flat());
      let sent = 0;
      const sending = Promise.all(
        [0, 1, 2].map(async (lane) => {
          for (let index = lane; index < batches.length; index += 3) {
            const rows: readonly SyncRow[] = await phone.send(batches[index] ?? []);
            for (const row of rows) if (row.ok) acknowledged.add(`${row.id} ${row.rev ?? ''}`);
            sent += 1;
            if (sent === 4 + round * 3) void running.kill();
          }
        }),
      ).catch((error: unknown) => error);
      expect(await sending).toBeInstanceOf(Error);
      await running.kill();
      running = new Process(dataDir);
      const again = Object.assign(Object.create(maker) as Phone, { server: await running.server() });
      const stored = await feedOf(again);
      expect([...acknowledged].filter((key) => !stored.has(key))).toEqual([]);
      expect((await again.changes(`limit=1&since=${encodeURIComponent(place)}`)).restarted).toBeUndefined();
      place = (await again.changes('since=now')).last_seq;
    }
    const last = Object.assign(Object.create(maker) as Phone, { server: await running.server() });
    for (let at = 0; at < journal.length; at += 200)
      expect((await last.send(journal.slice(at, at + 200))).every((row) => row.ok)).toBe(true);
    const stored = await feedOf(last);
    for (const { _id, _rev } of journal) expect(stored.has(`${_id} ${_rev}`)).toBe(true);
    const own = [...stored].filter((key) => /^(job|jobEvent|payment|customer|vehicle):/.test(key));
    expect(own).toHaveLength(journal.length);
    await running.kill();
  },
);

/** `id rev` of every leaf. */
async function feedOf(phone: Phone): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for (let since = '0'; ;) {
    const page = await phone.changes(`since=${encodeURIComponent(since)}`);
    for (const row of page.results) for (const { rev } of row.changes) keys.add(`${row.id} ${rev}`);
    since = page.last_seq;
    if (page.pending === 0) return keys;
  }
}
