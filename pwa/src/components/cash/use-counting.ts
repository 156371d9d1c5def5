import { zeroMoney } from '@revops/domain';
import { useState } from 'react';
import { countedAmount, countedNotes, type Count } from './count.ts';
import { useFormats } from '#src/components/ui/formats.ts';

const nothing: Count = { notes: {}, coins: '' };

/** Cash while it is counted piece by piece. */
export function useCounting(left: Count | undefined) {
  const { currency } = useFormats();
  const [count, setCount] = useState<Count>(left ?? nothing);
  const counted = countedAmount(count, currency);
  const pieces = countedNotes(count);
  return {
    count,
    setCount,
    /** Undefined where what is typed is no amount. */
    counted,
    amount: counted ?? zeroMoney,
    isEmpty: Object.values(count.notes).every((held) => !held) && count.coins === '',
    notes: Object.keys(pieces).length > 0 ? { notes: pieces } : {},
  };
}
