import { m } from '#src/words/compiled/messages.js';

/** Another tab keeps what is typed in this form; here it begins empty, so that nothing is mixed. */
export function OpenElsewhere() {
  return <output className="block px-4 py-2 text-ink-2">{m.ui_draft_elsewhere()}</output>;
}
