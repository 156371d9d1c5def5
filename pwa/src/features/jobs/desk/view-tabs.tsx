import { BookmarkPlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useJobDesk, type DeskView } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { asksTheSame, builtInViews } from './built-in-views.ts';
import type { DeskGo } from './desk-place.ts';
import { SaveViewSheet } from './save-view-sheet.tsx';

/** The views by name: those that everybody has, and one's own. What is shown can be kept under a name. */
export function ViewTabs({ at: { place, go } }: { readonly at: DeskGo }) {
  const { desk, keep } = useJobDesk();
  const [isSaving, setIsSaving] = useState(false);
  const own = desk.status === 'ready' ? desk.value.views : [];
  const current = place.query === '' ? place : undefined;
  const isOn = (view: Pick<DeskView, 'filter' | 'period'>) =>
    current !== undefined && asksTheSame(current, view);
  const chosen = own.find((view) => isOn(view) && view.layout === place.layout);
  const isKnown = chosen !== undefined || builtInViews().some(isOn);
  const remove = (view: DeskView) => {
    void keep({ views: own.filter(({ id }) => id !== view.id) });
    offerUndo(m.jobs_view_removed({ name: view.name }), () => void keep({ views: own }));
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center">
      <nav aria-label={m.jobs_views()} className="flex min-w-0 flex-wrap">
        {builtInViews().map(({ id, name, filter, period }) => (
          <Tab
            key={id}
            name={name}
            isOn={chosen === undefined && isOn({ filter, period })}
            onPick={() => go({ filter, period, query: '' })}
          />
        ))}
        {own.map((view) => (
          <Tab
            key={view.id}
            name={view.name}
            isOn={view === chosen}
            onPick={() => go({ filter: view.filter, period: view.period, layout: view.layout, query: '' })}
          />
        ))}
      </nav>
      {chosen !== undefined && (
        <IconButton
          icon={Trash2}
          label={m.jobs_view_remove({ name: chosen.name })}
          onClick={() => remove(chosen)}
        />
      )}
      {!isKnown && current !== undefined && (
        <Button variant="text" icon={BookmarkPlus} aria-haspopup="dialog" onClick={() => setIsSaving(true)}>
          {m.jobs_view_save()}
        </Button>
      )}
      <SaveViewSheet
        open={isSaving}
        onClose={() => setIsSaving(false)}
        taken={own.map(({ name }) => name)}
        onSave={(name) => {
          const { filter, period, layout } = place;
          void keep({ views: [...own, { id: crypto.randomUUID(), name, filter, period, layout }] });
        }}
      />
    </div>
  );
}

interface TabProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly onPick: () => void;
}

function Tab({ name, isOn, onPick }: TabProps) {
  const look = isOn ? 'border-carbon text-carbon' : 'border-transparent text-ink-2 hover:bg-sunken';
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPick}
      className={`fade min-h-14 max-w-60 truncate border-b-3 px-3 text-strong -outline-offset-3 ${look}`}
    >
      {name}
    </button>
  );
}
