import { afterAll, describe, expect, test } from 'vitest';
import { denials } from './converse.ts';
import { interrogate } from './judge.ts';
import { Listeners } from './live.ts';
import { RawClient } from './raw-request.ts';
import { randomStep } from './steps.ts';
import { World } from './world.ts';

/** `LEAK_SEEDS=1,2,3 LEAK_STEPS=200 npx vitest run --project unit tests/leak` for more, or to repeat a finding. */
const seeds = (process.env['LEAK_SEEDS'] ?? `1,${Date.now() % 1_000_000}`).split(',').map(Number);
const steps = Number(process.env['LEAK_STEPS'] ?? 30);

/** One thing happens while everybody listens; then everybody asks everything. */
async function happen(world: World, client: RawClient, index: number): Promise<readonly string[]> {
  const { random, cast } = world;
  const before = world.moment();
  const listeners = new Listeners(world, client);
  const curious = random.pick(cast.people);
  world.trace.push(`${index} ${await randomStep(world)}`);
  await listeners.heard();
  const misfits = await world.observe();
  const live = await listeners.judged([before, world.moment()]);
  world.passTime();
  const now = [world.moment()];
  const found = [...misfits, ...live];
  for (const person of cast.people) {
    found.push(...(await denials(world, person)));
    if (person === curious || index % 8 === 0)
      found.push(...(await interrogate(world, client, person, now, 3)));
  }
  return found;
}

describe.each(seeds)('seed %i', (seed) => {
  let world: World | undefined;
  let client: RawClient | undefined;
  afterAll(async () => {
    client?.close();
    await world?.close();
  });

  test(
    'nobody is told a byte outside their rights of the moment, and nothing within them is denied',
    async () => {
      world = await World.open(seed);
      client = new RawClient(world.server.url);
      for (let index = 1; index <= steps; index += 1) {
        const found = await happen(world, client, index);
        const story = found.length === 0 ? [] : world.trace.slice(-6);
        expect([...found, ...story], `LEAK_SEEDS=${seed} LEAK_STEPS=${steps}`).toEqual([]);
      }
      if (process.env['LEAK_TRACE'] !== undefined) process.stdout.write(`${world.trace.join('\n')}\n`);
      expect(world.secrets.size).toBeGreaterThan(steps);
    },
    steps * 6000 + 60_000,
  );
});
