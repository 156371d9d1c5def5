import { seededWorkshop, type AnyDocument, type SeededPerson } from '@revops/domain';
import { yieldToEvents } from '../exchange/apply-pulled.ts';

/** What makes an invented workshop the same one again after a reload. */
export interface DemoSeed {
  readonly now: string;
  readonly jobs: number;
  readonly timeZone: string;
}

/** Half a year of a busy workshop with four desks. */
const JOBS = 3000;
const DAYS = 183;
/** As many are there before anything is shown; then the older ones come. */
const AT_ONCE = 300;
/** What the first screens show: some weeks' work and everything that is open. */
const FIRST_DOCUMENTS = 1800;
/** Inventing this many documents takes about as long as a frame. */
const PER_TURN = 400;

/** A smaller one by the link: `?demo=300`; tests and pictures need no half a year. */
export function askedSize(address: string | undefined): number {
  const asked = Number(address === undefined ? '' : new URL(address).searchParams.get('demo'));
  return Number.isInteger(asked) && asked >= 20 ? Math.min(asked, JOBS) : JOBS;
}

export const newSeed = (now: string, jobs: number): DemoSeed => ({
  now,
  jobs,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** An invented workshop, in the order in which a phone wants it. */
export interface DemoHistory {
  readonly workshopName: string;
  readonly owner: SeededPerson;
  readonly documents: readonly AnyDocument[];
  /** So many of them make the first screens. */
  readonly first: number;
}

const isBasic = ({ type }: AnyDocument): boolean =>
  type === 'workshop' || type === 'member' || type === 'device';

/** People and settings, then the newest work; who waits for the rest sees today's first. */
function newestFirst(documents: readonly AnyDocument[]): AnyDocument[] {
  const basic = documents.filter(isBasic);
  const work = documents.filter((document) => !isBasic(document)).toReversed();
  return [...basic, ...work];
}

const invented = ({ now, jobs, timeZone }: DemoSeed) =>
  seededWorkshop({ seed: 7, jobs, now, timeZone, ...(jobs > AT_ONCE && { days: DAYS }) });

/** Invents the workshop bit by bit, so that the screen goes on answering. */
export async function demoHistory(seed: DemoSeed): Promise<DemoHistory> {
  const { workshop, people, documents } = invented(seed);
  const [owner] = people;
  if (owner === undefined) throw new Error('the demo has an owner');
  const all: AnyDocument[] = [];
  for (const document of documents) {
    all.push(document);
    if (all.length % PER_TURN === 0) await yieldToEvents();
  }
  return {
    workshopName: workshop.name,
    owner,
    documents: newestFirst(all),
    first: seed.jobs > AT_ONCE ? FIRST_DOCUMENTS : all.length,
  };
}
