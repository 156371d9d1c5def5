import { KeyRound, Plus, Store } from 'lucide-react';
import { useState } from 'react';
import { Link, Navigate, useLocation, useNavigate } from 'react-router';
import { EvictedNotice } from '#src/components/storage/evicted-notice.tsx';
import { DoorScreen } from '#src/components/layout/door-screen.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useEvicted } from '#src/data/account/evicted.ts';
import { useDeviceState } from '#src/data/hooks/use-session.ts';
import { m } from '#src/words/compiled/messages.js';
import { Choice } from './choice.tsx';
import { InstallFirst } from './install-first.tsx';
import { PeopleHere } from './people-here.tsx';
import { fromOf } from './from-place.ts';
import { usePeopleHere } from './use-people-here.ts';

/** The first screen of all: three ways in; where people work on this phone already, they come first. */
export function WelcomeScreen() {
  const state = useDeviceState();
  const location = useLocation();
  const people = usePeopleHere();
  const evicted = useEvicted();
  if (state === 'signed_in') return <Navigate to={fromOf(location.state)} replace />;
  const hasPeople = people !== undefined && people.length > 0;
  return (
    <DoorScreen
      title={hasPeople ? m.firstrun_who() : m.firstrun_title()}
      lead={hasPeople ? m.firstrun_who_lead() : m.firstrun_lead()}
    >
      <EvictedNotice />
      <InstallFirst />
      {hasPeople && <PeopleHere people={people} />}
      {hasPeople && <SectionHeading>{m.firstrun_others()}</SectionHeading>}
      {people !== undefined && (
        <ul className={`border-t border-rule ${hasPeople ? '' : 'mt-4'}`}>
          <Choice
            isMain={!hasPeople && evicted.length === 0}
            icon={Plus}
            to="/register"
            title={m.firstrun_create()}
            text={m.firstrun_create_text()}
          />
          <Choice icon={KeyRound} to="/join" title={m.firstrun_join()} text={m.firstrun_join_text()} />
          <DemoChoice />
        </ul>
      )}
      <p className="px-4 py-6 rail:px-6">
        {m.firstrun_have_account()}{' '}
        <Link
          to="/sign-in"
          className="inline-flex min-h-12 items-center font-semibold text-carbon underline underline-offset-4"
        >
          {m.ui_sign_in()}
        </Link>
      </p>
    </DoorScreen>
  );
}

const demoText = {
  idle: m.firstrun_demo_text,
  opening: m.firstrun_demo_opening,
  failed: m.firstrun_demo_failed,
};

function DemoChoice() {
  const navigate = useNavigate();
  const [state, setState] = useState<'idle' | 'opening' | 'failed'>('idle');
  const open = async (): Promise<void> => {
    setState('opening');
    try {
      const { startDemo } = await import('#src/data/account/demo.ts');
      await startDemo();
    } catch (error) {
      // Its files are not on this phone yet and the signal broke off, or there is no room for its jobs.
      setState('failed');
      throw error; // Reported like every error that nobody waits for.
    }
    await navigate('/', { replace: true });
  };
  return (
    <Choice
      icon={Store}
      onSelect={() => void open()}
      title={m.firstrun_demo()}
      text={demoText[state]()}
      isBusy={state === 'opening'}
    />
  );
}
