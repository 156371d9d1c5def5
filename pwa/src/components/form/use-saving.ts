import type { Problem } from '@revops/domain';
import { useState } from 'react';
import type { SavedAct, SaveResult } from '#src/data/views.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';

/** What is wrong, in words, and the field it belongs to. */
export interface SavingProblem {
  readonly text: string;
  readonly field?: string;
}

/** Runs one act at a time; `save` answers what was stored, or nothing when somebody has to put something right. */
export function useSaving() {
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<SavingProblem | undefined>();
  const save = async (act: () => Promise<SaveResult>): Promise<SavedAct | undefined> => {
    if (isSaving) return undefined;
    setIsSaving(true);
    setProblem(undefined);
    try {
      const result = await act();
      if (!result.ok) setProblem(inWords(result.reason));
      else vibrateSaved();
      return result.ok ? result.value : undefined;
    } catch (error) {
      setProblem({ text: notSavedWords(error) });
      return undefined;
    } finally {
      setIsSaving(false);
    }
  };
  return { isSaving, problem, save, clear: () => setProblem(undefined) };
}

const inWords = (problem: Problem): SavingProblem => ({
  text: problemWord(problem),
  ...(problem.field !== undefined && { field: problem.field }),
});
