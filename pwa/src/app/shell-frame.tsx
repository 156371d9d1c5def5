import { useState } from 'react';
import { Outlet, ScrollRestoration, useMatches } from 'react-router';
import { EvictedNotice } from '#src/components/storage/evicted-notice.tsx';
import { AppFrame } from '#src/components/layout/app-frame.tsx';
import { TrailingContext } from '#src/components/layout/trailing-context.ts';
import { useMarker, useSession } from '#src/data/hooks/index.ts';
import { FirstSyncBanner } from '#src/features/sync/first-sync-banner.tsx';
import { ConnectedPill } from '#src/features/sync/connected-pill.tsx';
import { ConnectedSheet } from '#src/features/sync/connected-sheet.tsx';
import { WayBackContext } from '#src/components/layout/way-back-context.ts';
import { OutdatedBanner } from '#src/features/updates/outdated-banner.tsx';
import { useIsPhone } from '#src/platform/is-phone.ts';
import { DeskKeys } from './desk-keys.tsx';
import { OwnerLive } from './owner-live.tsx';
import { deskBar, deskPlaces, ownerBar, ownerPlaces } from './places.ts';
import { scrollKey } from './scroll-key.ts';
import { useHasCompany } from './use-company.ts';
import { useScreenHeading } from './use-screen-heading.ts';
import { useWaiting } from './use-waiting.ts';
import { useWayBack } from './use-way-back.ts';

/** What a route may say of itself. */
export interface RouteHandle {
  /** The screen says itself that it is still being fetched. */
  readonly tellsFirstSync?: boolean;
}

/** Bar, rail or sidebar around the screen, with the pill in every top bar. */
export function ShellFrame() {
  const session = useSession();
  const hasCompany = useHasCompany() ?? false;
  const waiting = useWaiting();
  const [isSyncOpen, setIsSyncOpen] = useState(false);
  const handles = useMatches().map((match) => match.handle as RouteHandle | undefined);
  useScreenHeading();
  useMarker();
  const isOwner = session.role === 'owner';
  const bar = isOwner && hasCompany ? ownerBar(waiting) : deskBar();
  const places = isOwner ? ownerPlaces(waiting) : deskPlaces();
  const wayBack = useWayBack(useIsPhone() ? bar : places);
  return (
    <TrailingContext value={<ConnectedPill onOpen={() => setIsSyncOpen(true)} />}>
      <AppFrame workshop={session.workshopName} bar={bar} places={places}>
        <EvictedNotice />
        <OutdatedBanner />
        {!handles.some((handle) => handle?.tellsFirstSync) && <FirstSyncBanner />}
        <WayBackContext value={wayBack}>
          <Outlet />
        </WayBackContext>
      </AppFrame>
      <ConnectedSheet open={isSyncOpen} onClose={() => setIsSyncOpen(false)} />
      {isOwner && <OwnerLive />}
      <DeskKeys />
      <ScrollRestoration getKey={scrollKey} />
    </TrailingContext>
  );
}
