import { reading } from '#src/data/database/open.ts';
import { syncView } from '#src/data/queries/sync-view.ts';
import { startMs, testPhone } from '#src/data/testing/phone.ts';
import { expect, test } from 'vitest';
import type { EngineEnv } from './env.ts';
import { Status } from './status.ts';

test('never says that the server was heard without saying that there is a connection', async () => {
  const { db } = await testPhone();
  const views: { online: boolean; lastHeard?: string }[] = [];
  const seen = async (): Promise<void> => {
    views.push(await reading(db, (tx) => syncView(tx, false)));
  };
  const looks: Promise<void>[] = [];
  db.topics.listen((topics) => {
    if ([...topics].some((topic) => topic.startsWith('meta:'))) looks.push(seen());
  });
  const status = new Status({ db, now: () => startMs } as unknown as EngineEnv, () => undefined);
  await status.load();
  status.heard(new Date(startMs).toUTCString());
  await status.settled();
  await Promise.all(looks);
  expect(views.at(-1)).toMatchObject({ online: true, lastHeard: expect.any(String) as string });
  expect(views.filter((view) => view.lastHeard !== undefined && !view.online)).toEqual([]);
});
