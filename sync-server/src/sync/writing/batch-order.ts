import { Refusal } from './refusal.ts';
import type { Incoming } from './incoming.ts';

/** One document of a request; the answer keeps the request's order. */
export interface Row {
  readonly index: number;
  readonly incoming: Incoming;
}

const turnOf = ({ body }: Incoming): number => (typeof body['turn'] === 'number' ? body['turn'] : 0);

/** Records, then the entries that lead a group, then their followers turn by turn: nobody waits for a later row. */
function rankOf({ type }: Incoming): number {
  if (type.headOf !== undefined) return 2;
  return type.kind === 'record' ? 0 : 1;
}

export function inOrder(parsed: readonly (Incoming | Refusal)[]): readonly Row[] {
  return parsed
    .flatMap((incoming, index) => (incoming instanceof Refusal ? [] : [{ index, incoming }]))
    .sort(
      (a, b) =>
        rankOf(a.incoming) - rankOf(b.incoming) ||
        turnOf(a.incoming) - turnOf(b.incoming) ||
        a.index - b.index,
    );
}
