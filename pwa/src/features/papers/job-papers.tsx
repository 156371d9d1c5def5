import type { PaperSize } from '@revops/papers';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { ChipRow } from './chip-row.tsx';
import { keepSize, lastSize, paperSizes } from './last-size.ts';
import { PaperActions } from './paper-actions.tsx';
import { paperChoices } from './paper-choices.ts';
import { paperMessage } from './paper-message.ts';
import type { PaperChoice, PaperRequest } from './paper-request.ts';
import { PaperPlace } from './paper-place.tsx';
import { PrintPages } from './print-pages.tsx';
import { usePaper } from './use-paper.ts';
import { usePaperRequest } from './use-paper-request.ts';

export interface JobPapersProps {
  readonly job: JobDetail;
  readonly onBack: () => void;
}

/** Which paper, how large, what it looks like, and the ways out. */
export function JobPapers(props: JobPapersProps) {
  const [choice, setChoice] = useChoice(props.job);
  const [size, setSize] = useState(lastSize);
  const [attempt, setAttempt] = useState(0);
  const request = usePaperRequest(props.job, choice, size);
  if (request === undefined) return null;
  const chooseSize = (next: PaperSize): void => {
    keepSize(next);
    setSize(next);
  };
  return (
    <Papers
      key={attempt}
      {...props}
      request={request}
      onChoice={setChoice}
      onSize={chooseSize}
      onAgain={() => setAttempt(attempt + 1)}
    />
  );
}

/** Which paper stands in the address, so that a slip leads to its own receipt. */
function useChoice(job: JobDetail): [PaperChoice, (choice: PaperChoice) => void] {
  const [search, setSearch] = useSearchParams();
  const formats = useFormats();
  const asked = search.get('paper');
  const known = paperChoices(job, formats).find(({ value }) => value === asked)?.value;
  const isOver = job.status === 'completed' || job.status === 'delivered';
  return [known ?? (isOver ? 'bill' : 'card'), (choice) => setSearch({ paper: choice }, { replace: true })];
}

interface PapersProps extends JobPapersProps {
  readonly request: PaperRequest;
  readonly onChoice: (choice: PaperChoice) => void;
  readonly onSize: (size: PaperSize) => void;
  readonly onAgain: () => void;
}

function Papers({ job, onBack, request, onChoice, onSize, onAgain }: PapersProps) {
  const formats = useFormats();
  const { workshopName } = useSession();
  const state = usePaper(request);
  const made = state.status === 'ready' ? state.made : undefined;
  const message = paperMessage(job, request.choice, workshopName, formats);
  return (
    <TaskScreen
      title={m.papers_title()}
      onBack={onBack}
      footer={<PaperActions made={made} message={message} phone={job.phone} />}
    >
      <div className="flex flex-col gap-1 border-b border-rule bg-surface px-gutter py-2">
        <ChipRow
          label={m.papers_which()}
          choices={paperChoices(job, formats)}
          value={request.choice}
          onChange={onChoice}
        />
        <ChipRow label={m.papers_size()} choices={sizes()} value={request.size} onChange={onSize} />
      </div>
      <div className="px-gutter py-4">
        <PaperPlace state={state} onAgain={onAgain} />
      </div>
      {made !== undefined && <PrintPages made={made} />}
    </TaskScreen>
  );
}

const sizeWords: Readonly<Record<PaperSize, () => string>> = {
  a4: () => m.papers_size_a4(),
  a5: () => m.papers_size_a5(),
  roll80: () => m.papers_size_roll80(),
  roll58: () => m.papers_size_roll58(),
};

const sizes = () => paperSizes.map((value) => ({ value, label: sizeWords[value]() }));
