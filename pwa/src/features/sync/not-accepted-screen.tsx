import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useOwnersWord, useTray } from '#src/data/hooks/index.ts';
import type { TrayItem } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { RefusedItem } from './refused-item.tsx';

/** Everything the server refused, also what is settled: nothing leaves unseen. */
export function NotAcceptedScreen() {
  const goBack = useGoBack('/more');
  const tray = useTray();
  useOwnersWord();
  const items = tray.status === 'ready' ? tray.value : [];
  const open = items.filter(({ answered }) => !answered);
  const settled = items.filter(({ answered }) => answered);
  return (
    <>
      <TopBar title={m.sync_not_accepted_title()} onBack={goBack} />
      <div className="narrow max-w-3xl pb-8 rail:px-2 desk:px-4">
        {tray.status === 'ready' && items.length === 0 && (
          <div className="py-6">
            <EmptyState>{m.sync_not_accepted_none()}</EmptyState>
          </div>
        )}
        {open.length > 0 && (
          <>
            <p className="px-gutter py-4 text-ink-2">{m.sync_not_accepted_text()}</p>
            <Items items={open} />
          </>
        )}
        {settled.length > 0 && (
          <>
            <SectionHeading count={settled.length}>{m.sync_answered()}</SectionHeading>
            <Items items={settled} />
          </>
        )}
      </div>
    </>
  );
}

function Items({ items }: { readonly items: readonly TrayItem[] }) {
  return (
    <ul className="border-t border-rule">
      {items.map((item) => (
        <RefusedItem key={item.key} item={item} />
      ))}
    </ul>
  );
}
