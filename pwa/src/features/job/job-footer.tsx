import { bareId, formatMoney, negateMoney, type JobStatusValue } from '@revops/domain';
import { EllipsisVertical, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { CancelJobSheet } from '#src/components/job-moves/cancel-job-sheet.tsx';
import { DeliverSheet } from '#src/components/deliver/deliver-sheet.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import { MovesSheet } from './moves-sheet.tsx';
import { nextStep, otherMoves } from './next-step.ts';
import { useSaving } from '#src/components/form/use-saving.ts';

/** The next step, large; the other moves beside it; the last one taken back above it while that is possible. */
export function JobFooter({ job }: { readonly job: JobDetail }) {
  const acts = useActs();
  const session = useSession();
  const { problem, save, isSaving } = useSaving();
  const [sheet, setSheet] = useState<'moves' | 'deliver' | 'cancel' | undefined>();
  const others = otherMoves(job.status, session.role);
  const close = () => setSheet(undefined);
  const move = async (to: JobStatusValue, note?: string) => {
    close();
    const saved = await save(() => acts.moveJob(job.id, to, note));
    if (saved !== undefined) {
      offerUndo(m.job_moved({ status: statusWord(to) }), () => void acts.takeBackMove(job.id));
    }
    return saved !== undefined;
  };
  const isClear = job.billed !== undefined && job.balance === 0;
  const choose = (to: JobStatusValue) => {
    if (to === 'cancelled') setSheet('cancel');
    else if (to === 'delivered' && !isClear) setSheet('deliver');
    else void move(to);
  };
  return (
    <div className="flex flex-col gap-2">
      {problem !== undefined && (
        <p role="alert" className="font-semibold text-refused">
          {problem.text}
        </p>
      )}
      {job.takeBackTo !== undefined && (
        <Button
          variant="text"
          icon={Undo2}
          disabled={isSaving}
          onClick={() => void save(() => acts.takeBackMove(job.id))}
        >
          {m.job_undo_move({ status: statusWord(job.takeBackTo) })}
        </Button>
      )}
      <div className="flex gap-2">
        <div className="min-w-0 flex-1">
          <MainButton job={job} disabled={isSaving} onMove={choose} />
        </div>
        {others.length > 0 && (
          <IconButton
            icon={EllipsisVertical}
            label={m.job_other()}
            className="min-h-14 min-w-14 border border-edge"
            aria-haspopup="dialog"
            onClick={() => setSheet('moves')}
          />
        )}
      </div>
      <MovesSheet open={sheet === 'moves'} onClose={close} moves={others} onMove={choose} />
      <DeliverSheet
        open={sheet === 'deliver'}
        onClose={close}
        job={job}
        onDeliver={() => void move('delivered')}
      />
      <CancelJobSheet
        open={sheet === 'cancel'}
        onClose={close}
        jobId={job.id}
        onCancel={(reason) => move('cancelled', reason)}
      />
    </div>
  );
}

interface MainButtonProps {
  readonly job: JobDetail;
  readonly disabled: boolean;
  readonly onMove: (to: JobStatusValue) => void;
}

function MainButton({ job, disabled, onMove }: MainButtonProps) {
  const formats = useFormats();
  const step = nextStep(job);
  if (step.kind === 'pay') {
    return (
      <ButtonLink to={`/jobs/${bareId(job.id)}/pay`} variant="fill" size="main" wide>
        {m.job_take_amount({ amount: formatMoney(job.balance, formats) })}
      </ButtonLink>
    );
  }
  if (step.kind === 'give_back') {
    return (
      <ButtonLink to={`/jobs/${bareId(job.id)}/pay`} variant="fill" size="main" wide>
        {m.waivers_back_button({ amount: formatMoney(negateMoney(job.balance), formats) })}
      </ButtonLink>
    );
  }
  if (step.kind === 'new_job') {
    return (
      <ButtonLink to="/jobs/new" variant="fill" size="main" wide>
        {m.job_new_job()}
      </ButtonLink>
    );
  }
  return (
    <Button
      variant="fill"
      size="main"
      wide
      disabled={disabled}
      onClick={() => onMove(step.kind === 'move' ? step.to : 'delivered')}
    >
      {step.kind === 'move' ? step.label : m.job_deliver()}
    </Button>
  );
}
