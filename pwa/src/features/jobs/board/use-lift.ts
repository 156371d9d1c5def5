import { formatPlate, jobStatusSchema, type JobStatusValue } from '@revops/domain';
import { useRef, useState } from 'react';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';
import { columnRule, type ColumnRule } from './column-rule.ts';
import type { BoardMoves } from './use-board-moves.ts';

/** A job in the hand, and the column that it is held over. */
export interface Lifted {
  readonly job: JobView;
  readonly over: JobStatusValue | undefined;
  readonly by: 'pointer' | 'keys';
}

interface Landing {
  readonly id: string;
  readonly status: JobStatusValue;
}

export interface Lift {
  readonly lifted: Lifted | undefined;
  /** What a screen reader says of it. */
  readonly said: string;
  /** Whether this is the card that was put down here: it takes the focus, once. */
  readonly takesFocus: (job: JobView) => boolean;
  readonly land: (job: JobView, status: JobStatusValue) => void;
  readonly ruleFor: (column: JobStatusValue) => ColumnRule | undefined;
  readonly pickUp: (job: JobView, by: Lifted['by']) => void;
  readonly hold: (over: JobStatusValue | undefined) => void;
  readonly step: (by: 1 | -1) => void;
  readonly drop: () => void;
  readonly putBack: () => void;
}

const columns = jobStatusSchema.options;
const landingMs = 2000;
const nameOf = (job: JobView): string => formatPlate(job.plate);

/** Picking a job up, holding it over a column and putting it down: the same by hand and by keys, and all of it said. */
export function useLift(moves: BoardMoves): Lift {
  const { role } = useSession();
  const [lifted, setLifted] = useState<Lifted | undefined>();
  const [said, setSaid] = useState('');
  const focusNext = useRef<Landing | undefined>(undefined);
  const ruleFor = (column: JobStatusValue) =>
    lifted === undefined ? undefined : columnRule(lifted.job.status, column, role);

  const hold = (over: JobStatusValue | undefined) => {
    if (lifted === undefined || over === lifted.over) return;
    setLifted({ ...lifted, over });
    if (over === undefined) return;
    const rule = columnRule(lifted.job.status, over, role);
    const status = statusWord(over);
    setSaid(
      rule.kind === 'refused' ? m.jobs_over_refused({ status, why: rule.why }) : m.jobs_over({ status }),
    );
  };
  const putBack = () => {
    if (lifted === undefined) return;
    setLifted(undefined);
    setSaid(m.jobs_put_back({ plate: nameOf(lifted.job), status: statusWord(lifted.job.status) }));
  };
  const land = (job: JobView, status: JobStatusValue) => {
    const landing = { id: job.id, status };
    focusNext.current = landing;
    // A filter may leave it out where it went: then the focus is not waited for.
    setTimeout(() => {
      if (focusNext.current === landing) focusNext.current = undefined;
    }, landingMs);
    setSaid(m.jobs_dropped({ plate: nameOf(job), status: statusWord(status) }));
  };
  const takesFocus = ({ id, status }: JobView): boolean => {
    const { current } = focusNext;
    if (current?.id !== id || current.status !== status) return false;
    focusNext.current = undefined;
    return true;
  };
  const settle = async (job: JobView, to: JobStatusValue) => {
    setSaid('');
    if (await moves.request(job, to)) land(job, to);
  };
  const drop = () => {
    if (lifted === undefined) return;
    const { over, job, by } = lifted;
    const rule = over === undefined ? undefined : columnRule(job.status, over, role);
    if (over !== undefined && rule?.kind === 'allowed') {
      setLifted(undefined);
      void settle(job, over);
    } else if (rule?.kind === 'refused' && by === 'keys') {
      // The keys hold it still: another column may be chosen.
      setSaid(m.jobs_over_refused({ status: statusWord(over ?? job.status), why: rule.why }));
    } else putBack();
  };
  return {
    lifted,
    said,
    takesFocus,
    land,
    ruleFor,
    hold,
    drop,
    putBack,
    pickUp: (job, by) => {
      setLifted({ job, over: job.status, by });
      setSaid(m.jobs_picked_up({ plate: nameOf(job), status: statusWord(job.status) }));
    },
    step: (by) => {
      const at = columns.indexOf(lifted?.over ?? lifted?.job.status ?? 'pending');
      hold(columns[Math.min(columns.length - 1, Math.max(0, at + by))]);
    },
  };
}
