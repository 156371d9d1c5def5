import { formatMoney, type Job, type Payment } from '@revops/domain';
import { useParams } from 'react-router';
import { OfflineNote, ServerAnswer } from '#src/components/form/server-answer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useGoBack } from '#src/components/layout/use-go-back.ts';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Plate } from '#src/components/ui/plate.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useDocuments, useHistory, usePeople, useSession } from '#src/data/hooks/index.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { paymentWord } from '#src/words/method-words.ts';
import { HistoryLine } from './history-line.tsx';

/** What the server keeps of one document's arrivals, for the owner: only the server has it, so it needs a connection. */
export function HistoryScreen() {
  const { id = '' } = useParams();
  const goBack = useGoBack('/jobs');
  const { demo } = useSession();
  return (
    <>
      <TopBar title={m.history_title()} onBack={goBack} />
      <div className="narrow max-w-3xl pb-12 rail:px-2 desk:px-4">
        <Subject id={id} />
        {demo ? (
          <div className="py-6">
            <EmptyState>{m.history_demo()}</EmptyState>
          </div>
        ) : (
          <Lines id={id} />
        )}
      </div>
    </>
  );
}

/** Which document this is about, as far as it is on this device. */
function Subject({ id }: { readonly id: string }) {
  const formats = useFormats();
  const found = useDocuments([id]);
  const known = found.status === 'ready' ? found.value.get(id) : undefined;
  if (known === undefined) return null;
  const { document, plateKind } = known;
  const job = document.type === 'job' ? (document as unknown as Job) : undefined;
  const payment = document.type === 'payment' ? (document as unknown as Payment) : undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule bg-surface px-gutter py-4">
      {job !== undefined && (
        <>
          <Plate plate={job.vehicleNumber} kind={plateKind ?? 'private'} />
          <span className="text-strong" translate="no">
            {job.number}
          </span>
        </>
      )}
      {payment !== undefined && (
        <span className="text-strong">
          {m.history_of_payment({
            amount: formatMoney(payment.amount, formats),
            method: paymentWord(payment),
          })}
        </span>
      )}
    </div>
  );
}

function Lines({ id }: { readonly id: string }) {
  const isOnline = useOnline();
  const { answer, refresh, more } = useHistory(id, isOnline);
  const people = usePeople();
  const names = new Map(people.status === 'ready' ? people.value.map((one) => [one.id, one.name]) : []);
  const type = id.split(':')[0] ?? '';
  if (!isOnline && answer === undefined) return <OfflineNote needsSignal={m.history_needs_signal()} />;
  if (answer === undefined) return <Skeleton label={m.history_loading()} />;
  if (!answer.ok) {
    return (
      <div className="flex flex-col gap-3">
        <ServerAnswer refusal={answer.reason} needsSignal={m.history_needs_signal()} />
        <div className="px-gutter">
          <Button onClick={() => void refresh()}>{m.history_try_again()}</Button>
        </div>
      </div>
    );
  }
  if (answer.value.items.length === 0) {
    return (
      <div className="py-6">
        <EmptyState>{m.history_none()}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <p className="px-gutter py-4 text-ink-2">{m.history_text()}</p>
      <ol className="border-t border-rule">
        {answer.value.items.map((line) => (
          <HistoryLine
            key={`${line.rev} ${line.at}`}
            line={line}
            type={type}
            personName={(person) => names.get(person) ?? ''}
          />
        ))}
      </ol>
      {answer.value.next !== undefined && (
        <div className="px-gutter pt-4">
          <Button wide onClick={() => void more()}>
            {m.history_more()}
          </Button>
        </div>
      )}
    </>
  );
}
