import { formatPhone, phoneSchema } from '@revops/domain';
import { words } from '#src/words/en.ts';
import type { PaperFormat } from '#src/format/paper-format.ts';
import type { Paper, Party } from './paper.ts';
import type { PaperSource } from './paper-source.ts';

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A workshop's number is stored as its owner typed it; a customer's always in full. */
const phoneText = (phone: string): string =>
  phoneSchema.safeParse(phone).success ? formatPhone(phone) : phone;

/** Who made the paper. Its GSTIN is its identity, no more: none of these papers is a tax invoice. */
export function workshopParty({ workshop }: PaperSource): Party {
  return {
    heading: '',
    name: workshop.name,
    lines: [
      ...linesOf(workshop.address),
      ...(workshop.phone === undefined ? [] : [phoneText(workshop.phone)]),
      ...(workshop.gstin === undefined ? [] : [`${words.gstin} ${workshop.gstin}`]),
    ],
  };
}

/** Whose car it is, as the card of this job says it; somebody without a name goes by the phone number. */
export function customerParty({ job }: PaperSource, heading: string): Party {
  const phone = job.phone === undefined ? [] : [phoneText(job.phone)];
  const [name = '', ...reach] = job.customerName === undefined ? phone : [job.customerName, ...phone];
  return { heading, name, lines: [...reach, ...linesOf(job.address)] };
}

/** The car beside its plate. */
export function vehicleLines({ job }: PaperSource, format: PaperFormat): readonly string[] {
  const km = job.odometer === undefined ? [] : [job.odometer];
  return [
    ...linesOf(job.carModel),
    ...km.map((value) => words.odometer(new Intl.NumberFormat(format.locale).format(value))),
  ];
}

/** The parts of every paper of a job that depend on nothing but the job. */
export function paperBase(
  source: PaperSource,
  format: PaperFormat,
): Pick<Paper, 'workshop' | 'plate' | 'vehicle' | 'struck' | 'madeAt'> {
  const { job, plateKind, madeAt } = source;
  return {
    workshop: workshopParty(source),
    plate: { text: job.vehicleNumber, kind: plateKind },
    vehicle: vehicleLines(source, format),
    struck: job.status.value === 'cancelled' ? words.cancelled : undefined,
    madeAt,
  };
}
