import { Columns3, TableProperties, type LucideIcon } from 'lucide-react';
import { m } from '#src/words/compiled/messages.js';
import type { Arrangement } from './desk-place.ts';

export interface LayoutSwitchProps {
  readonly layout: Arrangement['layout'];
  readonly onChange: (layout: Arrangement['layout']) => void;
}

/** Table or board. */
export function LayoutSwitch({ layout, onChange }: LayoutSwitchProps) {
  return (
    <fieldset aria-label={m.jobs_layout()} className="flex rounded-control border border-edge">
      <Side icon={TableProperties} isOn={layout === 'table'} onPick={() => onChange('table')}>
        {m.jobs_table()}
      </Side>
      <Side icon={Columns3} isOn={layout === 'board'} onPick={() => onChange('board')}>
        {m.jobs_board()}
      </Side>
    </fieldset>
  );
}

interface SideProps {
  readonly icon: LucideIcon;
  readonly isOn: boolean;
  readonly onPick: () => void;
  readonly children: string;
}

function Side({ icon: Icon, isOn, onPick, children }: SideProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPick}
      className={`fade inline-flex min-h-11 items-center gap-2 px-3 text-meta font-semibold first:rounded-s-control last:rounded-e-control ${isOn ? 'bg-carbon-soft text-carbon' : 'text-ink-2 hover:bg-sunken'}`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {children}
    </button>
  );
}
