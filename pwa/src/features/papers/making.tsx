import { m } from '#src/words/compiled/messages.js';

/** Said while a paper is made, which takes a moment on a slow phone. */
export function Making() {
  return <output className="block py-8 text-center text-ink-2">{m.papers_making()}</output>;
}
