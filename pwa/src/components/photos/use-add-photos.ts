import type { PhotoKind } from '@revops/domain';
import { useState } from 'react';
import { isDiskFull } from '#src/data/database/dead-connection.ts';
import { savePhoto } from '#src/data/files/save-photo.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';
import { shrinkPicture } from './shrink-picture.ts';

/** Which of how many pictures is being made small and saved. */
export interface AddingPhotos {
  readonly at: number;
  readonly count: number;
}

/** `failed`: it and those after it are not saved. `unread`: this one alone. */
type Added =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'unread' }
  | { readonly outcome: 'failed'; readonly words: string };

async function addOne(jobId: string, file: File, kind: PhotoKind): Promise<Added> {
  const picture = await shrinkPicture(file, kind);
  if (picture === undefined) return { outcome: 'unread' };
  try {
    const saved = await savePhoto(jobId, kind, picture);
    if (saved.ok) return { outcome: 'saved' };
    return { outcome: 'failed', words: problemWord(saved.reason) };
  } catch (error) {
    return { outcome: 'failed', words: isDiskFull(error) ? m.photos_full() : m.work_not_saved() };
  }
}

/** Makes pictures small and saves them one after the other: several at once would fill a cheap phone's memory. */
export function useAddPhotos(jobId: string) {
  const [adding, setAdding] = useState<AddingPhotos | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  /** @returns whether all of them are saved. */
  const add = async (files: readonly File[], kind: PhotoKind): Promise<boolean> => {
    if (adding !== undefined || files.length === 0) return false;
    setProblem(undefined);
    let [saved, unread] = [0, 0];
    let failure: string | undefined;
    for (const [index, file] of files.entries()) {
      setAdding({ at: index + 1, count: files.length });
      const added = await addOne(jobId, file, kind);
      if (added.outcome === 'failed') failure = added.words;
      else if (added.outcome === 'saved') saved += 1;
      else unread += 1;
      // What stops one stops the others: a full phone, a right that is gone.
      if (failure !== undefined) break;
    }
    setAdding(undefined);
    const why = failure ?? (unread > 0 ? m.photos_unread({ count: unread }) : undefined);
    // Whoever tries again must not add what is there already.
    const words =
      why !== undefined && saved > 0 ? `${m.photos_saved_some({ saved, count: files.length })} ${why}` : why;
    setProblem(words);
    if (words === undefined) vibrateSaved();
    return words === undefined;
  };
  return { add, adding, problem, clear: () => setProblem(undefined) };
}
