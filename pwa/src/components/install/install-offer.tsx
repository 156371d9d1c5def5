import { Download, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useSession, useSync } from '#src/data/hooks/index.ts';
import { dismiss, isDismissed } from '#src/platform/dismissed.ts';
import { isInstalled, isIos, useInstall } from '#src/platform/install.ts';
import { m } from '#src/words/compiled/messages.js';
import { IosSteps } from './ios-steps.tsx';

/** Whoever said no is asked again after so long: a browser may still delete what it keeps for a tab. */
const quietDays = 14;

interface InstallOfferProps {
  /** There is something to lose: a job was saved. */
  readonly isWorthIt: boolean;
}

/** Offers to install once there is work that a browser could delete; never in the installed app, and can be put away. */
export function InstallOffer({ isWorthIt }: InstallOfferProps) {
  const { demo } = useSession();
  const install = useInstall();
  const [isAway, setIsAway] = useState(() => isInstalled() || isDismissed('install', quietDays));
  if (demo || isAway || !isWorthIt) return null;
  const putAway = (): void => {
    dismiss('install');
    setIsAway(true);
  };
  if (isIos())
    return (
      <Offer onPutAway={putAway} text={m.app_install_ios_why()}>
        <IosSteps />
        <WaitingFirst />
      </Offer>
    );
  if (install === undefined) return null;
  return (
    <Offer onPutAway={putAway} text={m.app_install_why()}>
      <Button onClick={() => void install()}>{m.more_install_button()}</Button>
    </Offer>
  );
}

interface OfferProps {
  readonly text: string;
  readonly onPutAway: () => void;
  readonly children: ReactNode;
}

function Offer({ text, onPutAway, children }: OfferProps) {
  return (
    <section
      aria-label={m.app_install_title()}
      className="flex items-start gap-3 border-b border-rule bg-carbon-soft py-3 ps-gutter"
    >
      <Download aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-carbon" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2 text-carbon">
        <p className="font-semibold">{m.app_install_title()}</p>
        <p>{text}</p>
        {children}
      </div>
      <IconButton icon={X} label={m.app_install_later()} onClick={onPutAway} className="-mt-3 shrink-0" />
    </section>
  );
}

/** The installed app may begin with an empty storage of its own: what waits here has to leave from here. */
function WaitingFirst() {
  const { waitingActs: count } = useSync();
  return count === 0 ? null : <p className="font-semibold">{m.app_install_send_first({ count })}</p>;
}
