import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useSession, useSync } from '#src/data/hooks/index.ts';
import { shareUnsent } from '#src/data/share-unsent.ts';
import { m } from '#src/words/compiled/messages.js';
import { MoreItem } from './more-row.tsx';
import { useStorage } from './use-storage.ts';

/** What is kept on this phone, how safely, and a copy of what only it has. */
export function DataSection() {
  const { demo } = useSession();
  const { waitingActs, refused, filesWaiting = 0 } = useSync();
  const count = waitingActs + refused + filesWaiting;
  return (
    <>
      <SectionHeading>{m.more_data()}</SectionHeading>
      <div className="border-t border-rule">
        <Storage />
        {!demo && (
          <MoreItem
            title={m.more_export()}
            text={count === 0 ? m.more_export_nothing() : m.more_export_text({ count })}
            action={
              count > 0 && (
                <Button onClick={() => void shareUnsent(m.sync_export_title())}>{m.ui_export_copy()}</Button>
              )
            }
          />
        )}
        {!demo && (
          <MoreItem
            title={m.more_export_all()}
            text={m.more_export_all_text()}
            action={
              <Button onClick={() => void shareUnsent(m.more_export_all(), { everything: true })}>
                {m.ui_export_copy()}
              </Button>
            }
          />
        )}
      </div>
    </>
  );
}

function Storage() {
  const { state, ask } = useStorage();
  const [isRefused, setIsRefused] = useState(false);
  const { locale } = useFormats();
  if (state === undefined) return null;
  const size = (bytes: number): string => {
    const [unit, count] =
      bytes < 1e9 ? (['megabyte', bytes / 1e6] as const) : (['gigabyte', bytes / 1e9] as const);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(count);
  };
  const used = m.more_storage_used({ used: size(state.usedBytes), free: size(state.availableBytes) });
  const askOnce = async (): Promise<void> => {
    await ask();
    setIsRefused(true);
  };
  const promise = state.isKept
    ? m.more_storage_kept()
    : isRefused
      ? m.more_storage_refused()
      : m.more_storage_may_go();
  return (
    <MoreItem
      title={m.more_storage()}
      text={`${promise} ${used}`}
      action={
        !state.isKept && !isRefused && <Button onClick={() => void askOnce()}>{m.more_storage_ask()}</Button>
      }
    />
  );
}
