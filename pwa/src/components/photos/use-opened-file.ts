import type { ErrorCode } from '@revops/domain';
import { useEffect, useState } from 'react';
import { openFile } from '#src/data/files/index.ts';

/** A file that is being looked at; `address` is good as long as it is on screen. */
export type OpenedFile =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly blob: Blob; readonly address: string }
  | { readonly status: 'failed'; readonly code: ErrorCode };

const loading: OpenedFile = { status: 'loading' };

interface Answer {
  readonly sha256: string;
  readonly turn: number;
  readonly opened: OpenedFile;
}

/** Opens a file from this phone, or fetches it because somebody looks at it; `again` asks once more. */
export function useOpenedFile(sha256: string): { readonly file: OpenedFile; readonly again: () => void } {
  const [answer, setAnswer] = useState<Answer | undefined>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let address: string | undefined;
    let isLeft = false;
    const give = (opened: OpenedFile) => setAnswer({ sha256, turn, opened });
    openFile(sha256).then(
      (file) => {
        if (isLeft) return;
        if (!file.ok) return give({ status: 'failed', code: file.reason });
        address = URL.createObjectURL(file.value);
        give({ status: 'ready', blob: file.value, address });
      },
      // Signed out or without a disk meanwhile: the same as not being able to reach it.
      () => !isLeft && give({ status: 'failed', code: 'unavailable' }),
    );
    return () => {
      isLeft = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [sha256, turn]);
  // Until the new file has answered, the address of the one before is revoked already.
  const file = answer?.sha256 === sha256 && answer.turn === turn ? answer.opened : loading;
  return { file, again: () => setTurn(turn + 1) };
}
