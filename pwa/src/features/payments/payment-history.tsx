import type { AnyDocument, PaymentCancellation, PaymentDecision, PaymentProof } from '@revops/domain';
import { History } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useNow, usePeople } from '#src/data/hooks/index.ts';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';

function words(entry: AnyDocument, person: string): string {
  const what = entryWords(entry);
  return person === '' ? what : m.payments_entry_by({ what, person });
}

function entryWords(entry: AnyDocument): string {
  switch (entry.type) {
    case 'paymentProof':
      return m.payments_entry_proof({ utr: (entry as unknown as PaymentProof).utr });
    case 'paymentCancellation':
      return m.payments_entry_cancelled({ reason: (entry as unknown as PaymentCancellation).reason });
    case 'paymentClash':
      return m.payments_entry_clash();
    default:
      return decisionWords(entry as unknown as PaymentDecision);
  }
}

function decisionWords({ verdict, reason = '' }: PaymentDecision): string {
  if (verdict === 'rejected') return m.payments_entry_rejected({ reason });
  return verdict === 'confirmed' ? m.payments_entry_confirmed() : m.payments_entry_withdrawn();
}

/** Every entry about a payment in the order in which it was made; nothing is ever hidden. */
export function PaymentHistory({ payment }: { readonly payment: PaymentView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const people = usePeople();
  const names = new Map(people.status === 'ready' ? people.value.map(({ id, name }) => [id, name]) : []);
  const lines = [
    {
      key: payment.id,
      at: payment.receivedAt,
      text: m.payments_entry_taken({ person: payment.collectorName }),
    },
    ...payment.followers.map((entry) => ({
      key: entry._id,
      at: entry.at ?? entry.createdAt,
      text: words(entry, names.get(entry.createdBy) ?? ''),
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <>
      <SectionHeading>{m.payments_history()}</SectionHeading>
      <ol className="border-t border-rule bg-surface">
        {lines.map((line) => (
          <li
            key={line.key}
            className="flex flex-wrap justify-between gap-x-4 border-b border-rule px-gutter py-3"
          >
            <span>{line.text}</span>
            <time dateTime={line.at} className="text-meta text-ink-3">
              {momentWord(line.at, now, formats)}
            </time>
          </li>
        ))}
      </ol>
      <div className="px-gutter pt-3 pb-6">
        <ButtonLink to={`/history/${encodeURIComponent(payment.id)}`} icon={History}>
          {m.payments_arrivals()}
        </ButtonLink>
      </div>
    </>
  );
}
