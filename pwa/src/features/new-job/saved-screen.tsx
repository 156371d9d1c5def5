import { bareId, formatMoney, formatPlate, whatsappUrl, type OpenJobInput } from '@revops/domain';
import { Check, FileText, HandCoins, MessageCircle } from 'lucide-react';
import { useNavigate } from 'react-router';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { PhotoStrip } from '#src/components/photos/photo-strip.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { useJob, useNow, useSession } from '#src/data/hooks/index.ts';
import type { SavedAct } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { promiseWord } from '#src/words/time-words.ts';

export interface SavedJob extends SavedAct {
  readonly input: OpenJobInput;
}

export interface SavedScreenProps {
  readonly saved: SavedJob;
}

/** The car is taken in: what usually follows, each one tap away. */
export function SavedScreen({ saved }: SavedScreenProps) {
  const navigate = useNavigate();
  const formats = useFormats();
  const { input, jobNumber, ids } = saved;
  const jobId = ids.find((id) => id.startsWith('job:')) ?? '';
  const job = useJob(jobId);
  const mark = job.status === 'ready' ? (job.value?.mark ?? 'phone') : 'phone';
  const message = useMessage(saved);
  const to = `/jobs/${bareId(jobId)}`;
  return (
    <TaskScreen
      title={m.newjob_title()}
      onBack={() => void navigate('/today', { replace: true })}
      footer={
        <Button variant="fill" size="main" wide onClick={() => void navigate('/jobs/new', { replace: true })}>
          {m.newjob_next()}
        </Button>
      }
    >
      <section className="flex flex-col items-start gap-3 border-b border-rule bg-surface px-gutter py-5">
        <Plate plate={input.plate} kind={input.plateKind} size="l" />
        <output className="flex items-center gap-2 text-title text-received">
          <Check aria-hidden="true" className="size-6 shrink-0" strokeWidth={3} />
          {jobNumber === undefined ? m.newjob_saved_plain() : m.newjob_saved({ number: jobNumber })}
        </output>
        <p className="text-ink-2">
          {input.advance !== undefined &&
            `${m.newjob_saved_advance({ amount: formatMoney(input.advance.amount, formats) })} `}
          {mark === 'phone' && m.newjob_saved_sent()}
        </p>
        <RowMark state={mark} />
      </section>
      {job.status === 'ready' && job.value !== undefined && <PhotoStrip job={job.value} />}
      <div className="flex flex-col gap-3 px-gutter py-4">
        {input.phone !== undefined && (
          <a
            href={whatsappUrl(input.phone, message)}
            target="_blank"
            rel="noreferrer"
            className="fade inline-flex min-h-14 w-full items-center justify-center gap-2 rounded-control border border-edge bg-surface px-6 text-button text-ink active:bg-sunken desk:hover:bg-sunken"
          >
            <MessageCircle aria-hidden="true" className="size-5 shrink-0" />
            {m.newjob_whatsapp()}
          </a>
        )}
        <ButtonLink to={to} replace icon={FileText} size="main" wide>
          {m.newjob_open()}
        </ButtonLink>
        <ButtonLink to={`${to}/pay`} replace icon={HandCoins} size="main" wide>
          {m.newjob_pay()}
        </ButtonLink>
      </div>
    </TaskScreen>
  );
}

/** What the customer gets on WhatsApp: car, number and promise. */
function useMessage({ input, jobNumber = '' }: SavedJob): string {
  const { workshopName: workshop } = useSession();
  const formats = useFormats();
  const now = useNow(60_000);
  const said = { workshop, plate: formatPlate(input.plate), number: jobNumber };
  if (input.promisedAt === undefined) return m.newjob_message(said);
  return m.newjob_message_promise({ ...said, promise: promiseWord(input.promisedAt, now, formats) });
}
