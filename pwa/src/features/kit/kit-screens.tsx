import { money } from '@revops/domain';
import { Banknote, CalendarDays, ClipboardList, Menu, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { AppFrame } from '#src/components/layout/app-frame.tsx';
import { ListDetail } from '#src/components/layout/list-detail.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { JobRow } from '#src/components/ui/job-row.tsx';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { SyncPill } from '#src/components/ui/sync-pill.tsx';
import { m } from '#src/words/compiled/messages.js';
import { KitBill, KitDayBook, KitPay } from './kit-money.tsx';
import { names } from './kit-samples.ts';

const nothing = () => undefined;
const pill = <SyncPill view={{ state: 'waiting', count: 3 }} onOpen={nothing} />;

/** The layout components with something in them: today, job, pay, day book. */
export function KitFrame({ children }: { readonly children: ReactNode }) {
  const bar = [
    { to: '/dev/kit/today', label: m.kit_today(), icon: CalendarDays },
    { to: '/dev/kit/job', label: m.kit_jobs(), icon: ClipboardList, count: 4 },
    { to: '/dev/kit/pay', label: m.kit_new_job(), icon: Plus, isMain: true },
    { to: '/dev/kit/day-book', label: m.kit_money_place(), icon: Banknote, count: 14 },
    { to: '/dev/kit', label: m.kit_more(), icon: Menu, end: true },
  ];
  return (
    <AppFrame workshop="Pro Auto Workshop" bar={bar} foot={pill}>
      {children}
    </AppFrame>
  );
}

export function KitToday() {
  return (
    <ListDetail
      list={
        <>
          <TopBar title={m.kit_today()} trailing={<span className="desk:hidden">{pill}</span>} />
          <div className="flex flex-wrap items-center justify-between gap-3 border-b border-rule bg-surface p-4">
            <div>
              <p className="text-meta text-ink-2">{m.kit_cash_with_you()}</p>
              <Money amount={money(1_845_000)} size="l" />
            </div>
            <Button>{m.kit_hand_over()}</Button>
          </div>
          <SectionHeading tone="refused" count={1} aside={m.kit_to_collect()}>
            {m.kit_late()}
          </SectionHeading>
          <JobRow
            to="/dev/kit/job"
            plate="MH12AB1234"
            title={names.raj}
            due={money(200_000)}
            note={m.kit_due_yesterday()}
            tone="late"
          />
          <SectionHeading count={3}>{m.kit_promised()}</SectionHeading>
          <JobRow
            to="/dev/kit/job"
            plate="MH14GT0420"
            kind="commercial"
            title={names.tours}
            due={money(11_250_000)}
            note={m.kit_by_five()}
            mark="phone"
          />
          <JobRow
            to="/dev/kit/job"
            plate="22BH1234AA"
            kind="electric"
            title={names.doctor}
            due={money(0)}
            note={m.kit_by_six()}
          />
          <JobRow
            to="/dev/kit/job"
            plate="KA05MN7"
            title={names.anil}
            due={money(65_000)}
            note={m.kit_ready()}
          />
        </>
      }
      detail={undefined}
      nothingOpen={m.kit_nothing_open()}
    />
  );
}

export function KitJobScreen() {
  return (
    <TaskScreen
      title="A1-0042"
      onBack={nothing}
      trailing={pill}
      footer={
        <Button variant="fill" size="main" wide>
          {m.kit_deliver()}
        </Button>
      }
    >
      <div className="flex flex-col gap-3 border-b border-rule bg-surface p-4">
        <div>
          <Plate plate="MH12AB1234" size="l" />
        </div>
        <p className="text-strong">{names.raj}</p>
      </div>
      <div className="pt-2">
        <KitBill paid={-200_000} />
      </div>
    </TaskScreen>
  );
}

export function KitPayScreen() {
  return (
    <KitPay
      renderScreen={(amount, keypad) => (
        <TaskScreen
          title={m.kit_take_payment()}
          onBack={nothing}
          trailing={<Plate plate="MH12AB1234" />}
          pad={keypad}
          footer={
            <Button variant="fill" size="main" wide>
              {m.kit_save()}
            </Button>
          }
        >
          {amount}
        </TaskScreen>
      )}
    />
  );
}

export function KitDayBookScreen() {
  return (
    <>
      <TopBar title={m.kit_thursday()} trailing={<span className="desk:hidden">{pill}</span>} />
      <div className="desk:px-gutter">
        <SectionHeading>{m.kit_money_today()}</SectionHeading>
        <KitDayBook />
      </div>
    </>
  );
}
