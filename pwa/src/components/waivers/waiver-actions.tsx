import { formatMoney } from '@revops/domain';
import { useState } from 'react';
import { ReasonSheet } from '#src/components/form/reason-sheet.tsx';
import { useSaving } from '#src/components/form/use-saving.ts';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { dismissToast, offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import type { WaiverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** The owner's words on a discount: agreed, rejected with a reason, or the last word taken back. */
export function WaiverActions({ waiver }: { readonly waiver: WaiverView }) {
  const acts = useActs();
  const formats = useFormats();
  const [isAsking, setIsAsking] = useState(false);
  const { isSaving, problem, save } = useSaving();
  const { id, state, decision, giverName } = waiver;
  const amount = formatMoney(waiver.amount, formats);
  const say = (verdict: 'confirmed' | 'withdrawn') => save(() => acts.decideWaiver(id, { verdict }));
  const agree = async () => {
    if ((await say('confirmed')) === undefined) return;
    offerUndo(m.waivers_agreed_toast({ amount }), () => void acts.decideWaiver(id, { verdict: 'withdrawn' }));
  };
  const reject = async (reason: string) => {
    const result = await acts.decideWaiver(id, { verdict: 'rejected', reason });
    if (result.ok) dismissToast();
    return result;
  };
  return (
    <div className="flex flex-wrap gap-x-1">
      {state === 'waiting' && (
        <Button variant="text" disabled={isSaving} onClick={() => void agree()}>
          {m.waivers_agree()}
        </Button>
      )}
      {state !== 'rejected' && decision === undefined && (
        <Button variant="text" disabled={isSaving} onClick={() => setIsAsking(true)}>
          {m.waivers_reject()}
        </Button>
      )}
      {decision !== undefined && (
        <Button variant="text" disabled={isSaving} onClick={() => void say('withdrawn')}>
          {m.waivers_take_back()}
        </Button>
      )}
      {problem !== undefined && (
        <p role="alert" className="basis-full ps-4 font-semibold text-refused">
          {problem.text}
        </p>
      )}
      <ReasonSheet
        open={isAsking}
        onClose={() => setIsAsking(false)}
        title={m.waivers_reject_title({ amount })}
        text={m.waivers_reject_text({ amount, name: giverName })}
        saveWord={m.waivers_reject()}
        reasons={[m.waivers_reject_too_much(), m.waivers_reject_ask(), m.waivers_reject_mistake()]}
        draft={{ form: 'reject', about: id }}
        onSave={reject}
      />
    </div>
  );
}
