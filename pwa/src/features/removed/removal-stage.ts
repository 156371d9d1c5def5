import type { SyncView } from '#src/data/views.ts';

/**
 * How far the phone of a removed person is. `away`: its work waits for signal. `sending`: it is being handed over.
 * `kept`: the server has it, the phone too for a moment. `wiped`: only the server has it. `nothing`: there was none.
 */
export type RemovalStage = 'away' | 'sending' | 'kept' | 'nothing' | 'wiped';

type Facts = Pick<SyncView, 'online' | 'removal' | 'waitingActs' | 'refused'>;

export function removalStage(
  { online, removal, waitingActs, refused }: Facts,
  isBrowserOnline: boolean,
): RemovalStage {
  if (removal?.wiped === true) return 'wiped';
  if (waitingActs + refused === 0) return 'nothing';
  if (removal?.handedOver === true) return 'kept';
  return online && isBrowserOnline ? 'sending' : 'away';
}
