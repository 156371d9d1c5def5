import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useBackups, useSession } from '#src/data/hooks/index.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { BackupList } from './backup-list.tsx';

/** Whether everything on the server would come back if the server were gone; only the server knows. */
export function BackupsScreen() {
  const goBack = useGoBack('/more');
  const { demo } = useSession();
  return (
    <>
      <TopBar title={m.backups_title()} onBack={goBack} />
      <div className="narrow max-w-3xl pb-12 rail:px-2 desk:px-4">
        {demo ? (
          <div className="py-6">
            <EmptyState>{m.backups_demo()}</EmptyState>
          </div>
        ) : (
          <Answer />
        )}
      </div>
    </>
  );
}

function Answer() {
  const isOnline = useOnline();
  const { answer, refresh } = useBackups(isOnline);
  if (!isOnline && answer === undefined) return <OfflineNote needsSignal={m.backups_needs_signal()} />;
  if (answer === undefined) return <Skeleton label={m.backups_loading()} />;
  if (answer.ok) return <BackupList list={answer.value} />;
  return (
    <div className="flex flex-col gap-3">
      <ServerAnswer refusal={answer.reason} needsSignal={m.backups_needs_signal()} />
      <div className="px-gutter">
        <Button onClick={() => void refresh()}>{m.backups_try_again()}</Button>
      </div>
    </div>
  );
}
