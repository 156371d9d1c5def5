// @vitest-environment happy-dom
import type { RecoveryOffers } from '@revops/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  answering,
  openScreen,
  type Answers,
  type OpenScreen,
} from '#src/components/testing/open-screen.tsx';
import { RecoveryScreen } from './recovery-screen.tsx';

let screen: OpenScreen;
let items: RecoveryOffers['items'] = [];

const offer: RecoveryOffers['items'][number] = {
  id: 'o1',
  who: { id: 'lakshmi', name: 'Lakshmi' },
  device: { id: 'd3', code: 'C1' },
  receivedAt: '2026-05-01T06:00:00.000Z',
  seen: 'as listed',
  documents: 4,
  counts: { job: 1, payment: 2, visit: 1 },
  by: [{ id: 'imran', name: 'Imran Shaikh', documents: 4, money: 125_000 }],
  refused: [],
};

const open = async (answers: Answers = {}): Promise<void> => {
  screen = await openScreen(<RecoveryScreen />, {
    'GET /api/recovery/offers': () => Response.json({ items }),
    ...answers,
  });
  await screen.says('Kept by Lakshmi');
};
const calls = (): unknown[] => screen.asked.filter(({ call }) => call.startsWith('POST'));

beforeEach(() => {
  items = [offer];
});
afterEach(() => screen.close());

it('brings back what one phone kept once the owner has said yes to the sum', async () => {
  await open({
    'POST /api/recovery/offers/o1/accept': () => {
      items = [];
      return Response.json({ stored: 4, known: 0, refused: 0 });
    },
  });
  await screen.press('Bring it back');
  await screen.says('₹1,250 received comes into the books with it.');
  await screen.press('Not now');
  await screen.answered();
  expect(calls()).toEqual([]);
  await screen.press('Bring it back');
  await screen.press('Bring it back');
  await screen.says('4 entries are back.');
  await screen.says('Nothing is lost.');
  expect(calls()).toEqual([{ call: 'POST /api/recovery/offers/o1/accept', body: { seen: 'as listed' } }]);
});

it('brings nothing back that the phone has added since, and shows it anew', async () => {
  await open({
    'POST /api/recovery/offers/o1/accept': () => {
      items = [{ ...offer, seen: 'later', documents: 5, counts: { job: 1, payment: 3, visit: 1 } }];
      return answering.refused('conflict', 409);
    },
  });
  await screen.press('Bring it back');
  await screen.press('Bring it back');
  await screen.says('It has changed meanwhile. Look at it again.');
  await screen.says('1 job · 3 payments · 1 other entry');
});

it('leaves an offer out only after it was asked about', async () => {
  await open({
    'POST /api/recovery/offers/o1/discard': () => {
      items = [];
      return Response.json({});
    },
  });
  await screen.press('Leave it out');
  await screen.says('The phone that kept it still has it.');
  expect(calls()).toEqual([]);
  await screen.press('Leave it out');
  await screen.says('Left out. It counts nowhere.');
  expect(calls()).toHaveLength(1);
});
