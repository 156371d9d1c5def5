import { handOver, money, type AnyDocument, type Settlement } from '@revops/domain';
import { testContext, testPeople, acted } from '@revops/domain/testing';
import { describe, expect, it } from 'vitest';
import { openDeviceDatabase, reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { buildActs } from '../save/build-acts.ts';
import { saveAct } from '../save/save-act.ts';
import { testPhone, totalsOf } from '../testing/phone.ts';
import { agreedAhead } from './cash-entries.ts';
import { handOvers } from './hand-overs.ts';

const own = { userId: 'olga', name: 'Olga', deviceId: 'd', deviceCode: 'B1', role: 'owner' } as const;
const rev = `1-${'0'.repeat(32)}`;

function given(rupees = 5000): AnyDocument & Settlement {
  const context = testContext({ actor: testPeople.manager });
  const [document] = acted(handOver(context, { to: 'olga', amount: money(rupees * 100) })).documents;
  return document as AnyDocument & Settlement;
}

const shownBy = ({ _id: settlementId, from, to, amount }: Settlement, rupees?: number) => ({
  settlementId,
  from,
  to,
  amount: rupees === undefined ? amount : money(rupees * 100),
});

async function receiver() {
  const phone = await testPhone({ userId: 'olga', role: 'owner', code: 'B1' });
  const pull = (body: AnyDocument) => applyPulled(phone.db, [{ id: body._id, rev, body }]);
  const read = async (db = phone.db) => ({
    ahead: await reading(db, (tx) => agreedAhead(tx, 'olga', own)),
    known: await reading(db, (tx) => handOvers(tx, { limit: 10 }, own)),
    cash: (await totalsOf(db)).get('cash|olga')?.amount ?? 0,
  });
  return { phone, pull, read };
}

describe('what was agreed before the hand-over came', () => {
  it('is on the phone at once and after a restart, and counts nothing yet', async () => {
    const { phone, read } = await receiver();
    await phone.save(buildActs.agreeHandOver(shownBy(given())));
    expect(await read()).toMatchObject({ ahead: [{ amount: 500_000, mark: 'phone' }], known: [], cash: 0 });
    phone.db.close();
    const again = await openDeviceDatabase(phone.db.name, { indexedDB: phone.factory });
    expect(await read(again)).toMatchObject({ ahead: [{ amount: 500_000 }], known: [], cash: 0 });
    again.close();
  });

  it('counts as soon as the hand-over is here', async () => {
    const { phone, pull, read } = await receiver();
    const settlement = given();
    await phone.save(buildActs.agreeHandOver(shownBy(settlement)));
    await pull(settlement);
    expect(await read()).toMatchObject({
      ahead: [],
      known: [{ state: 'confirmed', agreed: true, mark: 'phone' }],
      cash: 500_000,
    });
  });

  it('counts nothing when another amount comes than was shown', async () => {
    const { phone, pull, read } = await receiver();
    const settlement = given(50_000);
    await phone.save(buildActs.agreeHandOver(shownBy(settlement, 5000)));
    await pull(settlement);
    expect(await read()).toMatchObject({ known: [{ state: 'waiting', agreed: false }], cash: 0 });
  });
});

describe('a hand-over that is here already', () => {
  it('is agreed to only as it is, and once', async () => {
    const { phone, pull } = await receiver();
    const settlement = given();
    await pull(settlement);
    const agree = (rupees?: number) =>
      saveAct(phone.db, phone.env, buildActs.agreeHandOver(shownBy(settlement, rupees)));
    expect(await agree(500)).toMatchObject({ ok: false, reason: { code: 'hand_over_differs' } });
    expect(await agree()).toMatchObject({ ok: true });
    expect(await agree()).toMatchObject({ ok: false, reason: { code: 'already_decided' } });
  });
});
