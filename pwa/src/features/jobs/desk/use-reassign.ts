import { useState } from 'react';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import { useJobViews } from '#src/data/hooks/index.ts';
import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';

/** Moves many jobs to a desk, one act each: what was moved before something stood in the way stays moved and is said. */
export function useReassign(ids: readonly string[]) {
  const acts = useActs();
  const before = useJobViews(ids);
  const [isSaving, setIsSaving] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const from = new Map(before.status === 'ready' ? before.value.map(({ id, desk }) => [id, desk]) : []);

  const putBack = async (moved: readonly string[]) => {
    for (const id of moved) {
      const desk = from.get(id);
      if (desk !== undefined) await acts.reassignJob(id, desk);
    }
  };
  const reassign = async (to: PersonView): Promise<boolean> => {
    setIsSaving(true);
    setProblem(undefined);
    const moved: string[] = [];
    let reason: string | undefined;
    try {
      // One whose desk it is already has nothing to move.
      for (const id of ids.filter((one) => from.get(one) !== to.id)) {
        const result = await acts.reassignJob(id, to.id);
        if (result.ok) moved.push(id);
        else reason = problemWord(result.reason);
      }
    } catch (error) {
      reason = notSavedWords(error);
    } finally {
      setIsSaving(false);
    }
    if (moved.length > 0)
      offerUndo(m.jobs_reassigned({ count: moved.length, name: to.name }), () => void putBack(moved));
    if (reason !== undefined)
      setProblem(m.jobs_reassign_some({ moved: moved.length, count: ids.length, reason }));
    return reason === undefined;
  };
  return { reassign, isSaving, problem };
}
