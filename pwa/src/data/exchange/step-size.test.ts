// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDeviceDatabase } from '../database/open.ts';
import { isSavedTo, stepSize, untilSaved } from './step-size.ts';

const bothSides = async (name: string) => ({
  engine: await openDeviceDatabase(name),
  tab: await openDeviceDatabase(name),
});

/** Until what another context said has come. */
const heard = () => new Promise((resolve) => setTimeout(resolve, 20));

test('what runs in the background makes room while a save is under way in any tab, and goes on after it', async () => {
  const { engine, tab } = await bothSides('room');
  await untilSaved(engine);
  expect([isSavedTo(engine), stepSize(engine)]).toEqual([false, 50]);
  tab.topics.save('begins');
  await heard();
  expect([isSavedTo(engine), stepSize(engine)]).toEqual([true, 15]);
  let isOn = false;
  const waiting = untilSaved(engine).then(() => (isOn = true));
  await heard();
  expect(isOn).toBe(false);
  tab.topics.save('over');
  await waiting;
  await untilSaved(engine);
});

test('a form that is typed in makes the steps small and stops none', async () => {
  const { engine, tab } = await bothSides('typing');
  await untilSaved(engine);
  tab.topics.save('soon');
  await heard();
  expect(stepSize(engine)).toBe(15);
  await untilSaved(engine);
});

test('a tab that was killed in the middle of its save stops nothing for long', async () => {
  const { engine, tab } = await bothSides('killed');
  await untilSaved(engine);
  tab.topics.save('begins');
  await heard();
  tab.topics.close();
  await untilSaved(engine);
  await untilSaved(engine);
});
