import type { AnyDocument } from '@revops/domain';
import { BrokenPromise } from './broken-promise.ts';
import { checkServerNow } from './check-server-now.ts';
import type { CountsRecord } from './counts.ts';
import { happen } from './happen.ts';
import { historyOf, type SimEvent } from './history.ts';
import { checkSettled, heal } from './heal.ts';
import { noteTold } from './owner/note-told.ts';
import type { Phone } from './phone.ts';
import { checkCounter, checkNothingLost, checkTotals } from './promises.ts';
import { openWorld, type Template, type World } from './world.ts';

/** What a run leaves behind: how much happened, and the trace of it. */
export interface Outcome {
  readonly trace: readonly string[];
  readonly saved: number;
  readonly refused: number;
  readonly documents: number;
  readonly counts: CountsRecord;
  /** What was broken, in words; undefined when every promise held. */
  readonly broken?: string;
}

/** What has to hold at any moment, however broken everything else is. */
async function checkAlong(world: World, event: SimEvent, phone: Phone): Promise<void> {
  await noteTold(world);
  const touched = event.kind === 'sync_all' ? world.phones : [phone];
  for (const one of touched) {
    const disk = await one.disk();
    checkNothingLost(one, disk);
    checkTotals(one, disk);
    checkCounter(one, disk);
  }
  if (event.kind === 'kill_server' || event.seed % 4 === 0) await checkServerNow(world);
}

/** Lets these events happen to four devices and a server, heals everything and checks the promises. */
export async function replay(
  events: readonly SimEvent[],
  template: Template,
  trace: string[] = [],
): Promise<Outcome> {
  const world = await openWorld(template, (line) => trace.push(line));
  let documents: readonly AnyDocument[] = [];
  let broken: string | undefined;
  try {
    for (const [index, event] of events.entries()) {
      trace.push(`event ${index + 1}`);
      await checkAlong(world, event, await happen(world, event));
    }
    await heal(world);
    documents = await checkSettled(world);
  } catch (error) {
    broken = error instanceof BrokenPromise ? error.message : String((error as Error).stack ?? error);
  } finally {
    for (const phone of world.phones) await phone.remove();
    await world.server.remove();
  }
  const sum = (count: (phone: Phone) => number): number =>
    world.phones.reduce((total, phone) => total + count(phone), 0);
  return {
    trace,
    saved: sum((phone) => phone.saved.length),
    refused: sum((phone) => phone.transport.told.refused.size),
    documents: documents.length,
    counts: world.counts.record,
    ...(broken === undefined ? {} : { broken }),
  };
}

/** @param trace grows while it goes on, for whoever wants to know what a history that does not end is at. */
export const simulate = (
  seed: number,
  template: Template,
  count = 40,
  without?: string,
  trace: string[] = [],
): Promise<Outcome> => replay(historyOf(seed, count, without), template, trace);
