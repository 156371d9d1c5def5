import { TopBar } from '#src/components/layout/top-bar.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { useIsPhone } from '#src/platform/is-phone.ts';
import { m } from '#src/words/compiled/messages.js';
import { AppSection } from './app-section.tsx';
import { DataSection } from './data-section.tsx';
import { Leaving } from './leaving.tsx';
import { LooksSection } from './looks-section.tsx';
import { PlacesSection } from './places-section.tsx';
import { Profile } from './profile.tsx';

/** Everything that is no daily work: oneself, the workshop, this phone and the app on it. */
export function MoreScreen() {
  const { role } = useSession();
  const isPhone = useIsPhone();
  return (
    <>
      <TopBar title={role === 'owner' && !isPhone ? m.more_title_settings() : m.more_title()} />
      <div className="narrow max-w-3xl pb-12 rail:px-2 desk:px-4">
        <Profile />
        <PlacesSection />
        <LooksSection />
        <AppSection />
        <DataSection />
        <Leaving />
      </div>
    </>
  );
}
