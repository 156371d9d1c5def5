import { Refusal } from './refusal.ts';
import type { Incoming } from './incoming.ts';

/** One document of a request; the answer keeps the request's order. */
export interface Row {
  readonly index: number;
  readonly incoming: Incoming;
}

const turnOf = ({ body }: Incoming): number => (typeof body['turn'] === 'number' ? body['turn'] : 0);

/** Records, then the entries that lead a group, then their followers turn by turn: nobody waits for a later row. */
export function rankOf(incoming: Incoming): { readonly rank: number; readonly turn: number } {
  const { type } = incoming;
  const rank = type.headOf !== undefined ? 2 : type.kind === 'record' ? 0 : 1;
  return { rank, turn: turnOf(incoming) };
}

export function inOrder(parsed: readonly (Incoming | Refusal)[]): readonly Row[] {
  return parsed
    .flatMap((incoming, index) => (incoming instanceof Refusal ? [] : [{ index, incoming }]))
    .sort(
      (a, b) =>
        rankOf(a.incoming).rank - rankOf(b.incoming).rank ||
        turnOf(a.incoming) - turnOf(b.incoming) ||
        a.index - b.index,
    );
}
