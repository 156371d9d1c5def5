import { useState } from 'react';
import { NumbersGivenTwice } from '#src/components/alarms/numbers-given-twice.tsx';
import { RefusedHere } from '#src/components/alarms/refused-here.tsx';
import { LostWork } from '#src/components/alarms/lost-work.tsx';
import { RefusedOfOthers } from '#src/components/alarms/refused-of-others.tsx';
import { StaleWork } from '#src/components/alarms/stale-work.tsx';
import { InstallOffer } from '#src/components/install/install-offer.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useHasJobs, usePeople, useSession, useSync, useWorklist } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { CashLine } from './cash-line.tsx';
import { Worklist } from './worklist.tsx';

/** What wants doing now at one's own desk, the most urgent first. */
export function TodayScreen() {
  const session = useSession();
  const [isAll, setIsAll] = useState(false);
  const desk = isAll ? 'all' : session.userId;
  const worklist = useWorklist(desk);
  const hasJobs = useHasJobs(desk);
  const sync = useSync();
  const { locale } = useFormats();
  const formatCount = (count: number) => new Intl.NumberFormat(locale).format(count);
  return (
    <>
      <TopBar title={m.today_title()} />
      {sync.fetching !== undefined && (
        <Banner tone="waiting">
          {m.today_fetching({
            done: formatCount(sync.fetching.done),
            total: formatCount(sync.fetching.total),
          })}
        </Banner>
      )}
      <StaleWork />
      <CashLine userId={session.userId} />
      <RefusedHere />
      <RefusedOfOthers />
      <LostWork />
      <NumbersGivenTwice />
      <InstallOffer isWorthIt={hasJobs === true} />
      {session.role === 'owner' && <DeskChoice isAll={isAll} onChange={setIsAll} />}
      {worklist.status === 'ready' && (
        <Worklist
          desk={desk}
          view={worklist.value}
          isFetching={sync.fetching !== undefined}
          hasJobs={hasJobs}
        />
      )}
    </>
  );
}

interface DeskChoiceProps {
  readonly isAll: boolean;
  readonly onChange: (isAll: boolean) => void;
}

/** An owner is a desk too; the list can be widened to those of others, also of removed people, whose cars are still in. */
function DeskChoice({ isAll, onChange }: DeskChoiceProps) {
  const people = usePeople();
  if (people.status === 'loading' || people.value.length < 2) return null;
  return (
    <fieldset aria-label={m.today_desks()} className="px-gutter flex min-w-0 gap-2 pt-4">
      <Chip selected={!isAll} onSelect={() => onChange(false)}>
        {m.today_my_desk()}
      </Chip>
      <Chip selected={isAll} onSelect={() => onChange(true)}>
        {m.today_all_desks()}
      </Chip>
    </fieldset>
  );
}
