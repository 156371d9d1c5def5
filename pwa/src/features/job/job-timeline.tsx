import { History, MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useDevices, useNow, useSession } from '#src/data/hooks/index.ts';
import type { JobDetail, JobEventView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';
import { eventWord } from '#src/words/event-words.ts';
import { NoteSheet } from './note-sheet.tsx';

/** What happened to the job: who did it, when and on which device. */
export function JobTimeline({ job }: { readonly job: JobDetail }) {
  const [isWriting, setIsWriting] = useState(false);
  const { role } = useSession();
  return (
    <section>
      <SectionHeading>{m.job_timeline()}</SectionHeading>
      <ol className="border-y border-rule bg-surface">
        {job.events.map((event) => (
          <TimelineLine key={event.id} line={event} />
        ))}
      </ol>
      <div className="grid auto-cols-fr grid-flow-col gap-2 px-gutter pt-3">
        <Button icon={MessageSquarePlus} onClick={() => setIsWriting(true)}>
          {m.job_add_note()}
        </Button>
        {role === 'owner' && (
          <ButtonLink to={`/history/${encodeURIComponent(job.id)}`} icon={History}>
            {m.job_history()}
          </ButtonLink>
        )}
      </div>
      <NoteSheet open={isWriting} onClose={() => setIsWriting(false)} jobId={job.id} />
    </section>
  );
}

function TimelineLine({ line }: { readonly line: JobEventView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { event, personName: name } = line;
  const device = useDeviceWord(line);
  const time = momentWord(event.at ?? event.createdAt, now, formats);
  return (
    <li className="flex flex-col gap-0.5 border-b border-rule px-gutter py-2.5 last:border-b-0">
      <span>{eventWord(event, formats, line)}</span>
      {event.note !== undefined && event.kind !== 'note' && <span className="text-ink-2">{event.note}</span>}
      <span
        className={`flex justify-between gap-x-3 text-meta text-ink-2 ${line.mark === 'refused' ? 'flex-wrap' : ''}`}
      >
        <span>
          {device === undefined
            ? m.job_event_by({ name, time })
            : m.job_event_by_device({ name, time, device })}
        </span>
        <RowMark state={line.mark} compact />
      </span>
    </li>
  );
}

/** The device by its code, and what it is where this person may know: `B2, Chrome on Android`. */
function useDeviceWord({ event, deviceCode }: JobEventView): string | undefined {
  const devices = useDevices();
  if (event.device === 'server') return m.job_event_server();
  const known = devices.status === 'ready' ? devices.value.find(({ id }) => id === event.device) : undefined;
  const code = deviceCode ?? known?.code;
  if (code === undefined) return undefined;
  return known === undefined || known.label === '' ? code : m.job_event_device({ code, label: known.label });
}
