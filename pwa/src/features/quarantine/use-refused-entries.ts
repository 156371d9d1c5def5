import { bareId, type PlateKind } from '@revops/domain';
import { useFormats } from '#src/components/ui/formats.ts';
import { useDocuments, useNow, usePeople } from '#src/data/hooks/index.ts';
import type { QuarantineItem } from '#src/data/server/quarantine.ts';
import { amountOf } from '#src/data/server/refused-by-person.ts';
import type { Money } from '@revops/domain';
import { refusedFacts, type RefusedFacts } from './refused-facts.ts';

/** An entry that was not accepted, with everything the screen says of it. */
export interface RefusedEntry extends RefusedFacts {
  readonly item: QuarantineItem;
  readonly personName: string;
  /** Whom to call, as long as the workshop knows a number. */
  readonly phone?: string;
  readonly amount: Money;
  /** Everything of one person about one job; several of them can be accepted together. */
  readonly carKey?: string;
  readonly car?: { readonly plate: string; readonly kind: PlateKind; readonly jobPath?: string };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The job that an entry is about: itself, or the one it names. */
const jobIdOf = ({ docId, body }: QuarantineItem): string | undefined =>
  docId.startsWith('job:') ? docId : textOf(body['jobId']);

/** The head whose job a decision or a proof is about. */
const headIdOf = ({ body }: QuarantineItem): string | undefined => textOf(body['paymentId']);

/** The jobs, refused themselves, that name a customer or a vehicle. */
const bookOf = (items: readonly QuarantineItem[]): ReadonlyMap<string, string> =>
  new Map(
    items
      .filter(({ docId }) => docId.startsWith('job:'))
      .flatMap(({ docId, body }) => [
        [textOf(body['customerId']) ?? '', docId],
        [textOf(body['vehicleId']) ?? '', docId],
      ]),
  );

/** One person's, because nobody should let in what somebody else has put beside it without having looked. */
function carKeyOf(
  { docId, personId }: QuarantineItem,
  jobId: string | undefined,
  book: ReadonlyMap<string, string>,
): Pick<RefusedEntry, 'carKey'> {
  const job = jobId ?? book.get(docId);
  return job === undefined ? {} : { carKey: `${personId} ${job}` };
}

/** The items of a list in words: what they are about is looked up on this device. */
export function useRefusedEntries(items: readonly QuarantineItem[]): readonly RefusedEntry[] {
  const formats = useFormats();
  const now = useNow(60_000);
  const people = usePeople();
  const heads = useDocuments(items.map(headIdOf).filter((id) => id !== undefined));
  const headJob = (item: QuarantineItem): string | undefined => {
    const id = headIdOf(item);
    const head = heads.status === 'ready' && id !== undefined ? heads.value.get(id) : undefined;
    return textOf(head?.document['jobId']);
  };
  const jobOf = (item: QuarantineItem): string | undefined => jobIdOf(item) ?? headJob(item);
  const wanted = items.flatMap((item) => [item.docId, jobOf(item)]).filter((id) => id !== undefined);
  const found = useDocuments(wanted);
  const known = found.status === 'ready' ? found.value : undefined;
  // The job of an entry may itself be among those that were not accepted.
  const refusedJobs = new Map(items.map(({ docId, body }) => [docId, body]));
  const refusedBook = bookOf(items);
  const members = new Map(people.status === 'ready' ? people.value.map((one) => [one.id, one]) : []);
  const personName = (id: string): string => members.get(id)?.name ?? '';
  return items.map((item): RefusedEntry => {
    const member = members.get(item.personId);
    const jobId = jobOf(item);
    const job = jobId === undefined ? undefined : known?.get(jobId);
    const about = job?.document ?? refusedJobs.get(jobId ?? '') ?? item.body;
    const plate = textOf(about['vehicleNumber']);
    return {
      ...refusedFacts(item.body, known?.get(item.docId)?.document, { formats, now, personName }),
      item,
      personName: member?.name ?? item.personName,
      ...(member?.phone !== undefined && { phone: member.phone }),
      amount: amountOf(item),
      ...carKeyOf(item, jobId, refusedBook),
      ...(plate !== undefined && {
        car: {
          plate,
          kind: job?.plateKind ?? 'private',
          ...(job !== undefined && jobId !== undefined && { jobPath: `/jobs/${bareId(jobId)}` }),
        },
      }),
    };
  });
}
