import { formatMoney } from '@revops/domain';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { ReasonSheet } from '#src/components/cash/reason-sheet.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import type { DepositView } from '#src/data/cash-views.ts';
import { useDeposits, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { DepositSlip } from './deposit-slip.tsx';

type Verdict = 'confirmed' | 'rejected' | 'withdrawn';

/** Cash that went to the bank, with the owner's word on it; nothing where there is none. */
export function Deposits({ person }: { readonly person?: string }) {
  const { role } = useSession();
  const formats = useFormats();
  const acts = useActs();
  const [rejecting, setRejecting] = useState<DepositView | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const deposits = useDeposits({ ...(person !== undefined && { person }), limit: 50 });
  if (deposits.status === 'loading' || deposits.value.length === 0) return null;

  async function decide(deposit: DepositView, verdict: Verdict, reason?: string): Promise<boolean> {
    try {
      const saved = await acts.decideDeposit(deposit.id, {
        verdict,
        ...(reason !== undefined && { reason }),
      });
      setProblem(saved.ok ? undefined : problemWord(saved.reason));
      if (!saved.ok) return false;
    } catch (error) {
      setProblem(notSavedWords(error));
      return false;
    }
    if (verdict === 'withdrawn') return true;
    const said = verdict === 'confirmed' ? m.cash_deposit_undo_confirmed() : m.cash_deposit_undo_rejected();
    offerUndo(said, () => void decide(deposit, 'withdrawn'));
    return true;
  }

  const isOwner = role === 'owner';
  return (
    <section>
      <SectionHeading>{m.cash_deposits()}</SectionHeading>
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <ul className="border-t border-rule">
        {deposits.value.map((deposit) => (
          <li key={deposit.id}>
            <DepositSlip deposit={deposit}>
              {isOwner && deposit.state === 'waiting' && (
                <>
                  <Button icon={Check} onClick={() => void decide(deposit, 'confirmed')}>
                    {m.cash_deposit_confirm({ amount: formatMoney(deposit.amount, formats) })}
                  </Button>
                  <Button variant="danger" onClick={() => setRejecting(deposit)}>
                    {m.money_reject()}
                  </Button>
                </>
              )}
              {isOwner && deposit.state !== 'waiting' && deposit.decisions.length > 0 && (
                <Button variant="text" onClick={() => void decide(deposit, 'withdrawn')}>
                  {m.money_take_back()}
                </Button>
              )}
            </DepositSlip>
          </li>
        ))}
      </ul>
      <ReasonSheet
        about={rejecting?.id}
        title={
          rejecting === undefined
            ? ''
            : m.cash_deposit_reject_title({
                amount: formatMoney(rejecting.amount, formats),
                name: rejecting.personName,
              })
        }
        onClose={() => setRejecting(undefined)}
        onReject={async (reason) => {
          const deposit = rejecting;
          if (deposit === undefined || !(await decide(deposit, 'rejected', reason))) return false;
          setRejecting(undefined);
          return true;
        }}
      />
    </section>
  );
}
