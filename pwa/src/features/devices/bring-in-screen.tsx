import { useNavigate } from 'react-router';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { isEmptyCopy } from '#src/data/device-copy/copy-summary.ts';
import type { CopyProblem } from '#src/data/device-copy/read-copy.ts';
import { m } from '#src/words/compiled/messages.js';
import { BroughtSummary } from './brought-summary.tsx';
import { CopySummaryList } from './copy-summary-list.tsx';
import { FileButton } from './file-button.tsx';
import { useBringIn, type BringInState } from './use-bring-in.ts';

const problemWords: Readonly<Record<CopyProblem, () => string>> = {
  too_large: m.devices_bring_too_large,
  unreadable: m.devices_bring_unreadable,
  no_copy: m.devices_bring_no_copy,
  newer: m.devices_bring_newer,
  other_workshop: m.devices_bring_other_workshop,
};

/** An owner chooses the file that somebody exported, sees what is in it, and brings it in with one tap. */
export function BringInScreen() {
  const navigate = useNavigate();
  const bringIn = useBringIn();
  const { state, choose } = bringIn;
  return (
    <TaskScreen
      title={m.devices_bring_title()}
      onBack={() => void navigate('/more/devices')}
      footer={<Footer {...bringIn} />}
    >
      <p className="px-gutter py-4 text-ink-2">{m.devices_bring_lead()}</p>
      {state.step === 'wrong' && <Banner tone="refused">{problemWords[state.problem]()}</Banner>}
      {(state.step === 'none' || state.step === 'wrong') && <HowTo />}
      {(state.step === 'read' || state.step === 'going') && <CopySummaryList copy={state.copy} />}
      {state.step === 'done' && <BroughtSummary brought={state.brought} />}
      {state.step === 'read' && state.failure !== undefined && (
        <div className="px-gutter pt-4">
          <p className="pb-3 font-semibold">{m.devices_bring_failed()}</p>
          <ServerAnswer refusal={state.failure} needsSignal={m.devices_signal()} />
        </div>
      )}
      {((state.step === 'read' && !isEmptyCopy(state.copy)) || state.step === 'done') && (
        <div className="px-gutter py-4">
          <FileButton onChoose={choose}>{m.devices_bring_other()}</FileButton>
        </div>
      )}
    </TaskScreen>
  );
}

/** How the file gets from the other phone to this one: nobody knows that it is there. */
function HowTo() {
  const steps = [m.devices_bring_step_export(), m.devices_bring_step_send(), m.devices_bring_step_choose()];
  return (
    <ol className="divide-y divide-rule border-y border-rule bg-surface">
      {steps.map((words, at) => (
        <li key={words} className="flex gap-4 px-gutter py-3">
          <span aria-hidden="true" className="w-6 shrink-0 text-title text-ink-3">
            {at + 1}
          </span>
          <span className="min-w-0">{words}</span>
        </li>
      ))}
    </ol>
  );
}

/** The one thing to do next. */
function Footer({ state, choose, start }: ReturnType<typeof useBringIn>) {
  switch (state.step) {
    case 'none':
    case 'wrong':
      return (
        <FileButton variant="fill" size="main" wide onChoose={choose}>
          {m.devices_bring_choose()}
        </FileButton>
      );
    case 'read':
      return isEmptyCopy(state.copy) ? (
        <FileButton variant="fill" size="main" wide onChoose={choose}>
          {m.devices_bring_other()}
        </FileButton>
      ) : (
        <Button variant="fill" size="main" wide onClick={() => void start(state.copy)}>
          {m.devices_bring_start()}
        </Button>
      );
    case 'going':
      return <Going {...state} />;
    case 'done':
      return (
        <ButtonLink variant="fill" size="main" wide to="/more/devices">
          {m.devices_bring_back()}
        </ButtonLink>
      );
  }
}

function Going({ done, total }: Extract<BringInState, { step: 'going' }>) {
  return (
    <output className="flex min-h-14 items-center justify-center font-semibold">
      {m.devices_bring_going({ done, total })}
    </output>
  );
}
