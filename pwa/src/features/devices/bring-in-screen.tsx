import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import type { CopyProblem } from '#src/data/device-copy/read-copy.ts';
import { m } from '#src/words/compiled/messages.js';
import { BroughtSummary } from './brought-summary.tsx';
import { CopySummaryList } from './copy-summary-list.tsx';
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
  const { state, choose, start } = useBringIn();
  return (
    <>
      <TopBar title={m.devices_bring_in()} onBack={() => void navigate('/more/devices')} />
      <div className="narrow max-w-3xl pb-8 rail:px-2 desk:px-4">
        <p className="px-gutter py-4 text-ink-2">{m.devices_bring_lead()}</p>
        {state.step === 'wrong' && <Banner tone="refused">{problemWords[state.problem]()}</Banner>}
        {(state.step === 'read' || state.step === 'going') && <CopySummaryList copy={state.copy} />}
        {state.step === 'done' && <BroughtSummary brought={state.brought} />}
        <NextStep state={state} onChoose={choose} onStart={start} />
      </div>
    </>
  );
}

interface NextStepProps {
  readonly state: BringInState;
  readonly onChoose: (file: File | undefined) => Promise<void>;
  readonly onStart: (copy: Extract<BringInState, { step: 'read' }>['copy']) => Promise<void>;
}

function NextStep({ state, onChoose, onStart }: NextStepProps) {
  if (state.step === 'going')
    return (
      <output className="block px-gutter py-4 font-semibold">
        {m.devices_bring_going({ done: state.done, total: state.total })}
      </output>
    );
  const isRead = state.step === 'read';
  return (
    <div className="flex flex-col gap-3 px-gutter pt-4">
      {isRead && state.failure !== undefined && (
        <>
          <p className="font-semibold">{m.devices_bring_failed()}</p>
          <ServerAnswer refusal={state.failure} needsSignal={m.devices_signal()} />
        </>
      )}
      {isRead && (
        <Button variant="fill" size="main" onClick={() => void onStart(state.copy)}>
          {m.devices_bring_start()}
        </Button>
      )}
      <FileButton isMain={state.step === 'none' || state.step === 'wrong'} onChoose={onChoose} />
    </div>
  );
}

/** The same file may be chosen again: its input forgets it at once. */
function FileButton({ isMain, onChoose }: { readonly isMain: boolean } & Pick<NextStepProps, 'onChoose'>) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={m.devices_bring_choose()}
        className="sr-only"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          void onChoose(file).finally(() => (currentTarget.value = ''));
        }}
      />
      <Button
        variant={isMain ? 'fill' : 'line'}
        size={isMain ? 'main' : 'normal'}
        onClick={() => input.current?.click()}
      >
        {isMain ? m.devices_bring_choose() : m.devices_bring_other()}
      </Button>
    </>
  );
}
