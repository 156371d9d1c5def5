import { formatMoney, money, type ErrorCode, type Result } from '@revops/domain';
import { ServerAnswer } from '#src/components/form/server-answer.tsx';
import { useSending } from '#src/components/form/use-sending.ts';
import { Button } from '#src/components/ui/button.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { acceptOffer, discardOffer, type RecoveryOffer } from '#src/data/server/recovery.ts';
import { m } from '#src/words/compiled/messages.js';

interface OfferCardProps {
  readonly offer: RecoveryOffer;
  readonly isOnline: boolean;
  /** With how many came back, where they did. */
  readonly onAnswered: (stored: number | undefined) => void;
  /** The phone has added to it since it was listed. */
  readonly onChanged: () => void;
}

/** Who brings what of whom, with the money in it: all that an owner has to know before it counts. */
export function OfferCard({ offer, isOnline, onAnswered, onChanged }: OfferCardProps) {
  const formats = useFormats();
  const { isSending, refusal, send } = useSending();
  const answer = async <T,>(
    call: (offer: RecoveryOffer) => Promise<Result<T, ErrorCode>>,
    countOf: (value: T) => number | undefined,
  ): Promise<void> => {
    const result = await send(() => call(offer));
    if (result?.ok) onAnswered(countOf(result.value));
    else if (result?.reason === 'conflict') onChanged();
  };
  const { counts, documents, refused } = offer;
  const { job: jobs = 0, payment: payments = 0 } = counts;
  const isDisabled = isSending || !isOnline;
  return (
    <li className="flex flex-col gap-2 border-b border-rule bg-surface px-gutter py-4">
      <h2 className="text-strong">{fromWord(offer)}</h2>
      <p className="text-ink-2">{formatTime(offer.receivedAt, formats)}</p>
      <p>{m.recovery_what({ jobs, payments, others: documents - jobs - payments })}</p>
      <ul>
        {offer.by.map((person) => (
          <li key={person.id}>{lineWord(person, formats)}</li>
        ))}
      </ul>
      {refused.length > 0 && (
        <p className="font-semibold text-refused">{m.recovery_refused({ count: refused.length })}</p>
      )}
      <p className="text-ink-2">{m.recovery_signed()}</p>
      <ServerAnswer refusal={refusal} needsSignal={m.recovery_needs_signal()} />
      <div className="flex flex-wrap gap-3 pt-2">
        <Button
          variant="fill"
          aria-disabled={isDisabled}
          onClick={() => void answer(acceptOffer, ({ stored }) => stored)}
        >
          {m.recovery_accept()}
        </Button>
        <Button aria-disabled={isDisabled} onClick={() => void answer(discardOffer, () => undefined)}>
          {m.recovery_discard()}
        </Button>
      </div>
    </li>
  );
}

const fromWord = ({ who, device }: RecoveryOffer): string =>
  m.recovery_from({
    name: who.name ?? m.recovery_of_unknown(),
    device: device?.code ?? device?.label ?? '—',
  });

function lineWord(
  { name, documents: count, money: amount }: RecoveryOffer['by'][number],
  formats: Formats,
): string {
  const said = { name: name ?? m.recovery_of_unknown(), count };
  if (amount === 0) return m.recovery_line(said);
  return m.recovery_line_money({ ...said, amount: formatMoney(money(amount), formats) });
}
