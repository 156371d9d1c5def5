import type { ErrorCode } from '@revops/domain';
import { CircleAlert, CloudOff } from 'lucide-react';
import { useOnline } from '#src/platform/online.ts';
import { errorWords } from '#src/words/error-words.ts';

interface NeedsSignalProps {
  /** What signal is needed for, once. */
  readonly needsSignal: string;
}

/** On top of a form that only the server can answer, while the device has no connection. */
export function OfflineNote({ needsSignal }: NeedsSignalProps) {
  if (useOnline()) return null;
  return (
    <output className="flex gap-3 bg-waiting-soft p-4 font-semibold text-waiting">
      <CloudOff aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{needsSignal}</span>
    </output>
  );
}

interface ServerAnswerProps extends NeedsSignalProps {
  readonly refusal: ErrorCode | undefined;
}

/** Above the button: why the server said no, or that it cannot be reached from here. */
export function ServerAnswer({ refusal, needsSignal }: ServerAnswerProps) {
  if (refusal === undefined) return null;
  const isAway = refusal === 'unavailable' || refusal === 'timeout';
  const Icon = isAway ? CloudOff : CircleAlert;
  return (
    <p
      ref={showWhole}
      role="alert"
      className={`flex scroll-mb-24 gap-3 p-4 font-semibold ${isAway ? 'bg-waiting-soft text-waiting' : 'bg-refused-soft text-refused'}`}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">{isAway ? needsSignal : errorWords(refusal)}</span>
    </p>
  );
}

/** It appears where the thumb is, maybe below the edge. */
function showWhole(element: HTMLParagraphElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
