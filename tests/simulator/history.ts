import { seededRandom } from '@revops/domain';
import { sequelOf, type Sequel } from './sequel.ts';

/** How often each thing happens, of about 100. */
const weights = {
  act: 31,
  sync: 23,
  sync_all: 7,
  change_people: 6,
  kill_app: 2,
  kill_server: 3,
  skew_clock: 3,
  expire_token: 3,
  end_session: 2,
  dead_disk: 4,
  full_disk: 2,
  second_tab: 4,
  run_live: 4,
  clone_phone: 1,
  back_up: 3,
  restore_files: 2,
} as const;

export type EventKind = keyof typeof weights;
export const eventKinds = Object.keys(weights) as readonly EventKind[];

/** One thing that happens. All that is random about it comes from its own seed, so any part of a history can be replayed. */
export interface SimEvent {
  readonly kind: EventKind;
  readonly seed: number;
  /** Counted round: a history outlives the number of its phones. */
  readonly phone: number;
  readonly minutes: number;
  readonly sequel?: Sequel;
}

const deck = eventKinds.flatMap((kind) => Array.from({ length: weights[kind] }, () => kind));

/** The history of a seed, before anything of it happens. @param without a kind, or a sequel, that does not happen. */
export function historyOf(seed: number, count: number, without?: string): readonly SimEvent[] {
  const random = seededRandom(seed);
  const events = Array.from({ length: count }, () => ({
    kind: random.pick(deck),
    seed: random.between(1, 2 ** 31 - 1),
    phone: random.between(0, 59),
    minutes: random.between(1, 20),
  }));
  const shown = events.filter(({ kind }) => kind !== without);
  return shown.map((event) => {
    const sequel = sequelOf(seed, event.seed);
    return sequel === undefined || sequel === without ? event : { ...event, sequel };
  });
}
