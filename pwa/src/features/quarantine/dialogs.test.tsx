// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  answering,
  openScreen,
  type Answers,
  type OpenScreen,
} from '#src/components/testing/open-screen.tsx';
import { serverDocument } from '#src/data/testing/phone.ts';
import { QuarantineScreen } from './quarantine-screen.tsx';

let screen: OpenScreen;
let items: object[] = [];

type Body = Readonly<Record<string, unknown>> & { readonly _id: string; readonly type: string };

const entry = (n: number, body: Body) => ({
  id: `quarantine:${n}`,
  docId: body._id,
  rev: `1-${n}`,
  type: body.type,
  reason: { code: 'job_moved', words: 'job_moved' },
  who: { id: 'imran', name: 'Imran' },
  device: { id: 'd2', code: 'A2', label: 'Chrome on Android' },
  receivedAt: '2026-05-01T06:00:00.000Z',
  via: 'sync',
  body,
});

const payment = entry(1, {
  _id: 'payment:1',
  type: 'payment',
  jobId: 'job:1',
  amount: 70_000,
  kind: 'partial',
  method: 'cash',
  collectedBy: 'imran',
  receivedAt: '2026-05-01T05:00:00.000Z',
});
const job = entry(2, {
  _id: 'job:1',
  type: 'job',
  number: 'A2-0107',
  vehicleNumber: 'MH14GT0420',
});
const imran = serverDocument({
  _id: 'member:imran',
  type: 'member',
  name: 'Imran Shaikh',
  role: 'manager',
  active: true,
  phone: '+919822022222',
  stamps: {},
});

const open = async (answers: Answers = {}): Promise<void> => {
  screen = await openScreen(
    <QuarantineScreen />,
    { 'GET /api/quarantine': () => Response.json({ items }), ...answers },
    [imran],
  );
  await screen.says('kept these out');
};
const calls = (): unknown[] => screen.asked.filter(({ call }) => call.startsWith('POST'));

beforeEach(() => {
  items = [payment, job];
});
afterEach(() => screen.close());

it('accepts one entry after saying what it does to the books, and only then', async () => {
  items = [payment];
  await open({
    'POST /api/quarantine/quarantine%3A1/readmit': answering.with({ id: 'payment:1', rev: '1-1' }),
  });
  await screen.says('Imran Shaikh');
  await screen.press('Accept it anyway');
  await screen.says('₹700 cash will count as taken by Imran Shaikh and as cash with them');
  await screen.press('Not now');
  await screen.answered();
  expect(calls()).toEqual([]);
  await screen.press('Accept it anyway');
  await screen.press('Accept it');
  await screen.says('Accepted: Payment · Cash. It counts now.');
  await screen.answered();
  expect(calls()).toEqual([{ call: 'POST /api/quarantine/quarantine%3A1/readmit', body: {} }]);
});

it('keeps an entry that even an owner cannot accept, with the reason', async () => {
  items = [payment];
  await open({
    'POST /api/quarantine/quarantine%3A1/readmit': () => answering.refused('immutable', 409),
  });
  await screen.press('Accept it anyway');
  await screen.press('Accept it');
  await screen.says('It cannot be accepted as it is. It changes an entry that cannot be changed');
  expect(screen.question()).toBe('Accept this entry?');
});

it('accepts everything of one car together, each named with its money', async () => {
  await open({
    'POST /api/quarantine/readmit': answering.with({
      items: [
        { id: 'quarantine:1', docId: 'payment:1' },
        { id: 'quarantine:2', docId: 'job:1' },
      ],
    }),
  });
  await screen.press('Accept all 2 of this car');
  await screen.says(/Payment · Cash ₹700 New job A2-0107/);
  await screen.press('Accept all');
  await screen.says('Accepted: everything of MH14GT0420 by Imran Shaikh. It counts now.');
  expect(calls()).toEqual([
    { call: 'POST /api/quarantine/readmit', body: { ids: ['quarantine:1', 'quarantine:2'] } },
  ]);
});

it('leaves an entry out only with a reason', async () => {
  items = [payment];
  await open({
    'POST /api/quarantine/quarantine%3A1/dismiss': answering.with({ id: 'quarantine:1', dismissed: true }),
  });
  await screen.press('Leave it out');
  await screen.press('Leave it out');
  await screen.says('Write why, so that it can be looked up later.');
  expect(calls()).toEqual([]);
  await screen.type('Reason', 'He gave it back the same day');
  await screen.press('Leave it out');
  await screen.says('Left out: Payment · Cash.');
  expect(calls()).toEqual([
    {
      call: 'POST /api/quarantine/quarantine%3A1/dismiss',
      body: { reason: 'He gave it back the same day' },
    },
  ]);
});
