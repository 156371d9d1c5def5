import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';
import { errorWords } from '#src/words/error-words.ts';
import type { OpenedFile } from './use-opened-file.ts';

export interface FileTroubleProps {
  readonly file: OpenedFile;
  readonly onAgain: () => void;
}

/** Why only the thumbnail is seen, and what to do about it. */
export function FileTrouble({ file, onAgain }: FileTroubleProps) {
  if (file.status === 'ready') return null;
  if (file.status === 'loading')
    return <output className="rounded-control bg-surface px-3 py-2">{m.photos_fetching()}</output>;
  return (
    <div className="flex flex-col items-center gap-2 rounded-control bg-surface p-3 text-center">
      <p role="alert">{troubleWords(file.code)}</p>
      <Button onClick={onAgain}>{m.photos_try_again()}</Button>
    </div>
  );
}

function troubleWords(code: Extract<OpenedFile, { status: 'failed' }>['code']): string {
  if (code === 'unavailable' || code === 'timeout') return m.photos_offline();
  return code === 'not_found' ? m.photos_gone() : errorWords(code);
}
