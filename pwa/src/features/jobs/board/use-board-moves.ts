import { isFinal, type JobStatusValue } from '@revops/domain';
import { useState } from 'react';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import type { JobView, SaveResult } from '#src/data/views.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { statusWord } from '#src/words/status-words.ts';

/** A final move that a person has to confirm first. */
export interface Asking {
  readonly job: JobView;
  readonly to: 'delivered' | 'cancelled';
}

/** Money that does not come out even is asked about before the car leaves; cancelling always is. */
function questionOf(job: JobView, to: JobStatusValue): Asking | undefined {
  if (to === 'cancelled') return { job, to };
  const isClear = job.billed !== undefined && job.balance === 0;
  return to === 'delivered' && !isClear ? { job, to } : undefined;
}

/** Moves jobs from column to column: asks, saves, offers to undo, and says what stood in the way. */
export function useBoardMoves() {
  const acts = useActs();
  const [asking, setAsking] = useState<Asking | undefined>();
  const [problem, setProblem] = useState<string | undefined>();

  const save = async (job: JobView, act: () => Promise<SaveResult>): Promise<boolean> => {
    setProblem(undefined);
    try {
      const result = await act();
      if (!result.ok)
        setProblem(m.jobs_not_moved({ number: job.number, reason: problemWord(result.reason) }));
      return result.ok;
    } catch (error) {
      setProblem(m.jobs_not_moved({ number: job.number, reason: notSavedWords(error) }));
      return false;
    }
  };
  const move = async (job: JobView, to: JobStatusValue, note?: string): Promise<boolean> => {
    setAsking(undefined);
    const isSaved = await save(job, () => acts.moveJob(job.id, to, note));
    if (!isSaved) return false;
    vibrateSaved();
    // What was reopened is not closed again by taking a word back: it is moved once more.
    if (!isFinal(job.status))
      offerUndo(
        m.job_moved({ status: statusWord(to) }),
        () => void save(job, () => acts.takeBackMove(job.id)),
      );
    return true;
  };
  return {
    asking,
    problem,
    move,
    close: () => setAsking(undefined),
    /** @returns whether it is moved at once; else it is asked about. */
    request: async (job: JobView, to: JobStatusValue): Promise<boolean> => {
      const question = questionOf(job, to);
      if (question === undefined) return move(job, to);
      setProblem(undefined);
      setAsking(question);
      return false;
    },
  };
}

export type BoardMoves = ReturnType<typeof useBoardMoves>;
