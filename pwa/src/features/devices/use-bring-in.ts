import type { ErrorCode } from '@revops/domain';
import { useState } from 'react';
import { BringIn, type BroughtIn } from '#src/data/device-copy/bring-in.ts';
import type { DeviceCopy } from '#src/data/device-copy/copy-format.ts';
import { openCopy, type CopyProblem } from '#src/data/device-copy/read-copy.ts';
import { useDeviceBook, useSession } from '#src/data/hooks/index.ts';

/** How far bringing a file in is. A break leaves the file chosen: the next try goes on. */
export type BringInState =
  | { readonly step: 'none' }
  | { readonly step: 'wrong'; readonly problem: CopyProblem }
  | { readonly step: 'read'; readonly copy: DeviceCopy; readonly failure?: ErrorCode }
  | { readonly step: 'going'; readonly copy: DeviceCopy; readonly done: number; readonly total: number }
  | { readonly step: 'done'; readonly copy: DeviceCopy; readonly brought: BroughtIn };

export function useBringIn() {
  const { workshopId } = useSession();
  const { book } = useDeviceBook();
  const [state, setState] = useState<BringInState>({ step: 'none' });
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const copy = await openCopy(file, workshopId);
    setState(copy.ok ? { step: 'read', copy: copy.value } : { step: 'wrong', problem: copy.reason });
  };
  const start = async (copy: DeviceCopy): Promise<void> => {
    setState({ step: 'going', copy, done: 0, total: 0 });
    const onStep = (done: number, total: number): void => setState({ step: 'going', copy, done, total });
    const answer = await new BringIn(copy).run(onStep);
    setState(
      answer.ok
        ? { step: 'done', copy, brought: answer.value }
        : { step: 'read', copy, failure: answer.reason },
    );
    await book?.refresh();
  };
  return { state, choose, start };
}
