import type { Actor } from '#src/access/actor.ts';
import { canRead, keysOf } from '#src/access/actor.ts';
import type { Act } from '#src/acts/act.ts';
import { seededRandom, type Random } from '#src/demo/random.ts';
import { serverRecord } from '#src/demo/seeded-people.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { merge } from '#src/merge/merge.ts';
import { actKinds, tryAct } from './random-act.ts';
import { TEST_START_MS, TEST_WAIVER_LIMIT, testContext, type TestContext } from './test-context.ts';
import { testPeople } from './test-people.ts';

/** One act of a history: what was stored of its documents before, the act, and who did it. */
export interface HistoryStep {
  readonly actor: Actor;
  readonly act: Act;
  readonly before: ReadonlyMap<string, AnyDocument>;
}

export const testWorkshop = serverRecord(
  TEST_START_MS - 1000,
  {
    _id: 'workshop:self',
    type: 'workshop',
    name: 'Test garage',
    currency: 'INR',
    timeZone: 'Asia/Kolkata',
    locale: 'en-IN',
    shareCustomers: true,
    waiverLimit: TEST_WAIVER_LIMIT,
  },
  testPeople.owner.userId,
);

const writers: readonly Actor[] = [testPeople.owner, testPeople.manager, testPeople.otherManager];

function randomStep(
  random: Random,
  contexts: readonly TestContext[],
  stored: ReadonlyMap<string, AnyDocument>,
): HistoryStep | undefined {
  const index = random.between(0, writers.length - 1);
  const [actor, context] = [writers[index], contexts[index]];
  if (actor === undefined || context === undefined) return undefined;
  for (const one of contexts) one.wait(random.between(1, 5 * 60_000));
  const documents = [...stored.values()].filter((document) => canRead(keysOf(actor), document));
  const colleagues = writers.filter((one) => one !== actor).map((one) => one.userId);
  const result = tryAct({ random, context, documents, colleagues }, random.pick(actKinds));
  return result.ok ? { actor, act: result.value, before: new Map(stored) } : undefined;
}

/** A random history of one workshop, everybody online all the time; equal seeds give equal histories. */
export function randomHistory(
  seed: number,
  tries: number,
): { steps: HistoryStep[]; stored: Map<string, AnyDocument> } {
  const random = seededRandom(seed);
  const contexts = writers.map((actor, index) => testContext({ actor, code: `A${index + 1}` }));
  const stored = new Map<string, AnyDocument>([[testWorkshop._id, testWorkshop]]);
  const steps: HistoryStep[] = [];
  for (let index = 0; index < tries; index += 1) {
    const step = randomStep(random, contexts, stored);
    if (step === undefined) continue;
    steps.push(step);
    for (const document of step.act.documents) {
      const held = stored.get(document._id);
      stored.set(document._id, held === undefined ? document : merge([held, document]));
    }
  }
  return { steps, stored };
}
