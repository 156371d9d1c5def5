import { expect } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, lakshmi, owner } from './accounts.ts';
import { desk, phone } from './browser.ts';
import { openCameraBrowser, type CameraBrowser } from './fake-camera.ts';
import { Hand } from './hand.ts';
import { hasEveryPart } from './has-every-part.ts';
import { hasWorker } from './has-worker.ts';
import { addUpiAddress } from './job-steps.ts';
import { testServer, type TestServer } from './server.ts';
import { openVisitor, type Visitor } from './shared-browser.ts';

/** A person of the day and what their hand did. */
export interface Actor extends Visitor {
  readonly name: string;
  readonly hand: Hand;
}

/** A server, an owner at a desk and two managers on phones, all signed in, with every part of the app at hand. */
export interface DayStage {
  readonly server: TestServer;
  readonly cameras: CameraBrowser;
  readonly meera: Actor;
  readonly imran: Actor;
  readonly lakshmi: Actor;
  offline(isOffline: boolean, ...actors: readonly Actor[]): Promise<void>;
  /** Everything of these phones is on the server. */
  sent(...actors: readonly Actor[]): Promise<void>;
  problems(): readonly string[];
  screens(): Promise<string>;
  close(): Promise<void>;
}

async function makeWorkshop(server: TestServer, [boss, first, second]: readonly Visitor[]): Promise<void> {
  if (boss === undefined || first === undefined || second === undefined) throw new Error('three are needed');
  await createWorkshop(boss.page, server.url, owner, 'Pro Auto Workshop');
  await addUpiAddress(boss.page, server.url, 'proauto@okbank');
  await boss.page.goto(`${server.url}/more/workshop`);
  await boss.page.getByLabel('Managers may let off up to').fill('500');
  await boss.page.getByRole('button', { name: 'Save' }).click();
  await boss.page.getByRole('button', { name: 'All sent' }).waitFor();
  await joinWorkshop(first.page, server.url, imran, await inviteCode(boss.page, server.url));
  await joinWorkshop(second.page, server.url, lakshmi, await inviteCode(boss.page, server.url));
  // The receiver of cash has to know who gives: it comes with the signal.
  await boss.page.goto(`${server.url}/team`);
  for (const { name } of [imran, lakshmi])
    await boss.page.getByRole('button', { name: new RegExp(name) }).waitFor();
}

async function act(visitor: Visitor, name: string): Promise<Actor> {
  await hasWorker(visitor.page);
  await hasEveryPart(visitor.page);
  visitor.console.expectNetworkErrors(true);
  return { ...visitor, name, hand: await Hand.of(visitor.page) };
}

export async function openDay(waitMs: number): Promise<DayStage> {
  const server = await testServer();
  await server.start();
  const cameras = await openCameraBrowser();
  const visitors = [
    await openVisitor(cameras.browser, 'owner', { viewport: desk }),
    await openVisitor(cameras.browser, 'imran', { touch: true, viewport: phone }),
    await openVisitor(cameras.browser, 'lakshmi', { touch: true, viewport: phone }),
  ] as const;
  for (const { context } of visitors) context.setDefaultTimeout(60_000);
  await makeWorkshop(server, visitors);
  const everybody = await Promise.all([
    act(visitors[0], owner.name),
    act(visitors[1], imran.name),
    act(visitors[2], lakshmi.name),
  ]);
  const [first, second, third] = everybody;
  return {
    server,
    cameras,
    meera: first,
    imran: second,
    lakshmi: third,
    async offline(isOffline, ...actors) {
      for (const { context } of actors) await context.setOffline(isOffline);
    },
    async sent(...actors) {
      for (const { page } of actors)
        await expect
          .poll(() => page.getByRole('button', { name: 'All sent' }).count(), { timeout: waitMs })
          .toBeGreaterThan(0);
    },
    problems: () => everybody.flatMap((actor) => actor.console.problems()),
    async screens() {
      const seen = everybody.map(
        async ({ page }) => `\n${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`,
      );
      return (await Promise.all(seen)).join('');
    },
    async close() {
      await cameras.browser.close();
      await server.dispose();
    },
  };
}
