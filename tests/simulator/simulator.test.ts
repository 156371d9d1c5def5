import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTemplate, simulate, type Outcome, type Template } from './simulate.ts';

let template: Template;
const outcomes: Outcome[] = [];

beforeAll(async () => {
  template = await createTemplate();
}, 60_000);
afterAll(() => template.server.remove());

test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'seed %i: faults, kills and conflicts break no promise',
  async (seed) => {
    const outcome = await simulate(seed, template, 28);
    outcomes.push(outcome);
    expect(outcome.saved).toBeGreaterThan(0);
  },
  60_000,
);

test('the seeds together lost answers, killed apps and servers, moved jobs, changed rights and had acts refused', () => {
  const lines = outcomes.flatMap((outcome) => outcome.trace);
  for (const happened of [
    'drop_request',
    'drop_response',
    'duplicate',
    'server_error',
    'hang',
    'kill_server',
    'is killed at',
    'saves reassign_job',
    'saves add_photo',
    'is removed',
    'is taken back',
    'is now owner',
    'is now manager',
    'MemberRemovedError',
    'has deleted everything',
  ])
    expect(lines.some((line) => line.includes(happened))).toBe(true);
  expect(outcomes.reduce((sum, outcome) => sum + outcome.refused, 0)).toBeGreaterThan(0);
});
