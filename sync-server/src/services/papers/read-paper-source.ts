import {
  countedAt,
  signedAmount,
  sumMoney,
  money,
  waiverState,
  type AnyDocument,
  type Job,
  type Payment,
  type Vehicle,
  type Waiver,
  type Workshop,
} from '@revops/domain';
import { paperPayment, type PaperPayment, type PaperSource } from '@revops/papers';
import { AppError } from '#src/errors/app-error.ts';
import type { StoredDocument } from '#src/store/document-store.ts';
import type { WorkshopDocuments } from '../workshop-documents.ts';
import { documentIdOf } from '../acts/document-id-of.ts';
import { groupedBy } from '../lists/grouped-by.ts';
import type { ListReader } from '../lists/list-reader.ts';

type Stored<T> = AnyDocument & T;

/** All that a job's papers say, for whoever may read the job; another desk's job is no job. */
export async function readPaperSource(
  reader: ListReader,
  documents: WorkshopDocuments,
  id: string,
  nowMs: number,
): Promise<PaperSource> {
  const job = await reader.get<Stored<Job>>(documentIdOf('job', id));
  if (job?.type !== 'job') throw new AppError('not_found', 'There is no such job.');
  const [workshop, vehicle, payments, waivers] = await Promise.all([
    reader.get<Stored<Workshop>>('workshop:self'),
    reader.get<Stored<Vehicle>>(job.vehicleId),
    reader.ofJobs<Stored<Payment>>([job._id], 'payment'),
    reader.ofJobs<Stored<Waiver>>([job._id], 'waiver'),
  ]);
  if (!workshop) throw new AppError('not_found', 'There is no such workshop.');
  const judged = await judgedPayments(reader, documents, payments);
  const counted = (state: string): number =>
    sumMoney(judged.filter((one) => one.state === state).map((one) => money(signedAmount(asCounted(one)))));
  return {
    workshop,
    job,
    plateKind: vehicle?.plateKind ?? 'private',
    received: {
      waiting: counted('waiting'),
      confirmed: counted('confirmed'),
      waived: await waivedOf(reader, waivers),
    },
    payments: judged,
    madeAt: new Date(nowMs).toISOString(),
  };
}

async function waivedOf(reader: ListReader, waivers: readonly Stored<Waiver>[]): Promise<number> {
  const wordsOf = groupedBy(await reader.followers(waivers.map(({ _id }) => _id)), 'waiverId');
  const counting = waivers.filter((one) => waiverState(one, wordsOf(one._id)).state === 'confirmed');
  return sumMoney(counting.map(({ amount }) => amount));
}

const asCounted = ({ amount, kind }: PaperPayment): Pick<Payment, 'amount' | 'kind'> => ({
  amount: money(amount),
  kind,
});

/** Oldest first, each with its own number and the person who took it. */
async function judgedPayments(
  reader: ListReader,
  documents: WorkshopDocuments,
  payments: readonly Stored<Payment>[],
): Promise<readonly PaperPayment[]> {
  const sorted = payments.toSorted((a, b) => (countedAt(a) < countedAt(b) ? -1 : 1));
  const [followers, names] = await Promise.all([
    reader.followers(sorted.map(({ _id }) => _id)),
    namesOf(documents, sorted),
  ]);
  const followersOf = groupedBy(followers, 'paymentId');
  return sorted.map((payment) =>
    paperPayment(payment, followersOf(payment._id), {
      code: names.get(`device:${payment.device}`),
      collectorName: names.get(`member:${payment.collectedBy}`) ?? '',
    }),
  );
}

function nameOf({ code, name }: StoredDocument): string {
  if (typeof code === 'string') return code;
  return typeof name === 'string' ? name : '';
}

/** Codes of phones and names of people: they stand on the papers themselves, whoever asks for those. */
async function namesOf(
  documents: WorkshopDocuments,
  payments: readonly Payment[],
): Promise<ReadonlyMap<string, string>> {
  const ids = payments.flatMap(({ device, collectedBy }) => [`device:${device}`, `member:${collectedBy}`]);
  const found = await documents.store.allDocs({ keys: [...new Set(ids)] });
  return new Map(found.map((document) => [document._id, nameOf(document)]));
}
