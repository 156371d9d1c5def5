import {
  agreeHandOver,
  handOver,
  money,
  type AnyDocument,
  type Settlement,
  type SettlementList,
} from '@revops/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { typed, wires, type Phone, type WireDocument } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

const given = (receiver: Phone, amount = 500_00): WireDocument =>
  typed(wires(handOver(manager.context, { to: receiver.userId, amount: money(amount) })), 'settlement');

/** What the receiver's phone writes after a scan; `shown` may be something else than is sent. */
function receipt(receiver: Phone, settlement: AnyDocument, shown: Partial<Settlement> = {}): WireDocument {
  const { _id: settlementId, from, to, amount } = { ...(settlement as unknown as Settlement), ...shown };
  return typed(
    wires(agreeHandOver(receiver.context, { settlementId, from, to, amount })),
    'settlementReceipt',
  );
}

async function stateOf(settlement: AnyDocument): Promise<string | undefined> {
  const { body } = await server.call<SettlementList>('/api/settlements?limit=50', {
    token: owner.session.accessToken,
  });
  return body.items.find(({ id }) => id === settlement._id)?.state;
}

describe('a receipt that is here before its hand-over', () => {
  it('is kept, counts nothing, and confirms the hand-over when that comes', async () => {
    for (const receiver of [owner, second]) {
      const settlement = given(receiver);
      expect(await receiver.codes([receipt(receiver, settlement)])).toEqual(['ok']);
      expect(await stateOf(settlement)).toBeUndefined();
      expect(await manager.codes([settlement])).toEqual(['ok']);
      expect(await stateOf(settlement)).toBe('confirmed');
    }
  });

  it('is read by the giver before the giver has sent anything', async () => {
    const settlement = given(owner);
    const early = receipt(owner, settlement);
    expect(await owner.codes([early])).toEqual(['ok']);
    expect((await manager.get(early._id))['amount']).toBe(500_00);
  });

  it('of less than is sent, or of what another was given, confirms nothing', async () => {
    const more = given(owner, 5_000_00);
    const another = given(owner);
    expect(await owner.codes([receipt(owner, more, { amount: money(500_00) })])).toEqual(['ok']);
    expect(await second.codes([receipt(second, another, { to: second.userId })])).toEqual(['ok']);
    expect(await manager.codes([more, another])).toEqual(['ok', 'ok']);
    expect([await stateOf(more), await stateOf(another)]).toEqual(['waiting', 'waiting']);
  });
});

describe('a receipt after its hand-over', () => {
  it('is admitted only if it says the same, and from the receiver', async () => {
    const settlement = given(owner);
    expect(await manager.codes([settlement])).toEqual(['ok']);
    const false_ = receipt(second, settlement, { to: second.userId });
    expect(await second.codes([false_])).toEqual(['access_mismatch']);
    expect(await owner.codes([receipt(owner, settlement, { amount: money(1_00) })])).toEqual([
      'access_mismatch',
    ]);
    expect(await stateOf(settlement)).toBe('waiting');
    expect(await owner.codes([receipt(owner, settlement)])).toEqual(['ok']);
    expect(await stateOf(settlement)).toBe('confirmed');
  });
});
