import { afterAll, beforeAll, expect, test } from 'vitest';
import { killAtStep } from './kill-at-step.ts';
import { Luck } from './luck.ts';
import type { Phone } from './phone.ts';
import { backUp, restoreFiles } from './restores.ts';
import { createTemplate, openWorld, type Template } from './world.ts';

let template: Template;
beforeAll(async () => {
  template = await createTemplate();
}, 60_000);
afterAll(() => template.disk.remove());

const steps = [
  'accept:journal-cleared',
  'refuse:tray-written',
  'sweep:rows-removed',
  'upload:part-sent',
  'removal:wiped',
  'response:longpoll',
  'reconcile:kept',
  'request:recovery',
];

test.each(steps)('an app dies at %s when it is to', async (step) => {
  const world = await openWorld(template, () => undefined);
  for (const [index, phone] of world.phones.entries()) phone.options.luck.beginAnew(index + 1);
  const [owner, meera] = world.phones as [Phone, Phone];
  const acted = async (): Promise<void> => {
    for (const phone of [owner, meera]) await phone.act('open_job');
    for (const phone of [meera, owner]) await phone.sync();
  };
  await acted();
  if (/^reconcile:|:recovery$/.test(step)) {
    await backUp(world);
    await acted();
    await restoreFiles(world, meera);
  }
  await killAtStep(world, meera, Object.assign(new Luck(1), { pick: () => step }));
  expect(world.counts.record.steps).toMatchObject({ [step]: 1 });
  for (const phone of world.phones) await phone.remove();
  await world.server.remove();
});
