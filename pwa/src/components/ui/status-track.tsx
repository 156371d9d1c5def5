import { Check } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';
import { classNames } from './class-names.ts';

export interface StatusStep {
  readonly key: string;
  readonly label: string;
}

export interface StatusTrackProps {
  readonly label: string;
  readonly steps: readonly StatusStep[];
  /** Key of the step the job is in; a key that is no step (cancelled) shows an empty track. */
  readonly current: string;
}

/** Where a job stands among its steps: done steps filled, the current one named. */
export function StatusTrack({ label, steps, current }: StatusTrackProps) {
  const at = steps.findIndex((step) => step.key === current);
  return (
    <div>
      <ol aria-label={label} className="flex">
        {steps.map((step, position) => (
          <li
            key={step.key}
            aria-current={position === at ? 'step' : undefined}
            className="flex min-w-0 flex-1 flex-col gap-1.5 last:flex-none rail:last:flex-1"
          >
            <span className="flex items-center">
              <Dot phase={phaseOf(position, at)} />
              {position < steps.length - 1 && (
                <span
                  aria-hidden="true"
                  className={classNames('h-0.5 flex-1', position < at ? 'bg-carbon' : 'bg-rule')}
                />
              )}
            </span>
            <span
              className={classNames(
                'pe-2 text-meta max-rail:sr-only',
                position === at ? 'font-bold text-ink' : 'text-ink-3',
              )}
            >
              {step.label}
            </span>
          </li>
        ))}
      </ol>
      {at >= 0 && (
        <p aria-hidden="true" className="pt-2 text-meta text-ink-2 rail:hidden">
          <b className="text-ink">{steps[at]?.label}</b> ·{' '}
          {m.ui_step_of({ step: at + 1, count: steps.length })}
        </p>
      )}
    </div>
  );
}

type Phase = 'done' | 'current' | 'ahead';

function phaseOf(position: number, at: number): Phase {
  if (position === at) return 'current';
  return position < at ? 'done' : 'ahead';
}

const dots: Record<Phase, string> = {
  done: 'border-carbon bg-carbon text-on-carbon',
  current: 'border-carbon bg-surface inset-ring-4 inset-ring-carbon-soft',
  ahead: 'border-edge bg-surface',
};

function Dot({ phase }: { readonly phase: Phase }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-5 shrink-0 items-center justify-center rounded-full border-2 ${dots[phase]}`}
    >
      {phase === 'done' && <Check className="size-3" strokeWidth={4} />}
      {phase === 'current' && <span className="size-2 rounded-full bg-carbon" />}
    </span>
  );
}
