import { learnedWords, type LearnedWords } from '../queries/learned-words.ts';
import { useLive } from './use-live.ts';

const none: LearnedWords = { parts: [], workers: [], notes: [] };

/** What the workshop writes again and again on its cards; nothing until it is read. */
export function useLearnedWords(): LearnedWords {
  const words = useLive({ key: 'learnedWords', topics: ['job'], read: () => learnedWords });
  return words.status === 'ready' ? words.value : none;
}
