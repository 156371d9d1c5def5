import { workshopDay } from '@revops/domain';
import { useEffect, useState } from 'react';
import { correctedNow } from '../clock.ts';
import { useWorkshop } from './use-workshop.ts';

const phoneZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The corrected instant, renewed at an interval. */
export function useNow(everyMs: number): string {
  const [now, setNow] = useState(correctedNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(correctedNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The workshop's day; it changes at midnight there, wherever the phone is. */
export function useToday(): string {
  const workshop = useWorkshop();
  const zone = workshop.status === 'ready' ? workshop.value.timeZone : phoneZone;
  return workshopDay(useNow(20_000), zone);
}
