import type { DocumentStore } from '#src/store/document-store.ts';
import { followBook } from './follow-book.ts';
import { revisePlaces } from './revise-places.ts';

/**
 * Brings everything that moves with a job to where the job stands now: its entries, then what follows those, and lets its
 * desk into the book. Called
 * after a move, and again by whoever finds that a crash cut it short; repeating it writes nothing. The same holds for a
 * head (a payment) whose followers came first.
 * @returns how many documents were revised.
 */
export async function followJob(store: DocumentStore, rootId: string): Promise<number> {
  const children = (await store.view('by-job', { keys: [rootId] })).map((row) => row.id);
  const moved = await revisePlaces(store, children);
  // Followers name their head and not the job, and stand where the head stands by now.
  const followers = (await store.view('by-head', { keys: [rootId, ...children] })).map((row) => row.id);
  const followed = await revisePlaces(store, followers);
  return moved.length + followed.length + (await followBook(store, rootId));
}
