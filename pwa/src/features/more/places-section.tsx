import {
  Archive,
  Banknote,
  BookOpen,
  CalendarCheck,
  CircleAlert,
  HandCoins,
  ReceiptText,
  RotateCcw,
  ShieldQuestionMark,
  Smartphone,
  Store,
  UserX,
  Users,
  type LucideIcon,
} from 'lucide-react';
import {
  useKeptForOthers,
  usePeople,
  useQuarantine,
  useRecoveryOffers,
  useSession,
  useTray,
} from '#src/data/hooks/index.ts';
import { Banner } from '#src/components/ui/banner.tsx';
import { useIsPhone } from '#src/platform/is-phone.ts';
import { useOnline } from '#src/platform/online.ts';
import { m } from '#src/words/compiled/messages.js';
import { MoreLink } from './more-row.tsx';

interface Place {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: string;
}

const dayBook = (): Place => ({ to: '/day-book', icon: BookOpen, label: m.app_place_day_book() });
const payments = (): Place => ({ to: '/payments', icon: ReceiptText, label: m.app_place_payments() });
const handOvers = (): Place => ({ to: '/hand-overs', icon: HandCoins, label: m.app_place_hand_overs() });
const today = (): Place => ({ to: '/today', icon: CalendarCheck, label: m.app_place_today() });
const money = (): Place => ({ to: '/money', icon: Banknote, label: m.app_place_money() });
const team = (): Place => ({ to: '/team', icon: Users, label: m.app_place_team() });
const workshop = (): Place => ({ to: '/more/workshop', icon: Store, label: m.more_workshop() });
const devices = (): Place => ({ to: '/more/devices', icon: Smartphone, label: m.more_devices() });

const backups = (): Place => ({ to: '/more/backups', icon: Archive, label: m.backups_title() });
const erase = (): Place => ({ to: '/more/erase', icon: UserX, label: m.erase_title() });

/** What the bar of this person and this width leaves out. */
function usePlaces(): readonly Place[] {
  const { role, userId } = useSession();
  const people = usePeople();
  const isPhone = useIsPhone();
  if (role !== 'owner') return [handOvers(), devices()];
  if (!isPhone) return [workshop(), devices(), backups(), erase()];
  const isAlone =
    people.status === 'ready' && !people.value.some((person) => person.active && person.id !== userId);
  const daily = isAlone ? [dayBook(), payments(), handOvers()] : [today(), money(), handOvers()];
  return [...daily, team(), workshop(), devices(), backups(), erase()];
}

export function PlacesSection() {
  const tray = useTray();
  const refused = tray.status === 'ready' ? tray.value : [];
  const open = refused.filter((item) => !item.answered).length;
  const { items, book } = useQuarantine();
  return (
    <ul className="mt-4 border-t border-rule">
      {usePlaces().map((place) => (
        <MoreLink key={place.to} to={place.to} icon={place.icon}>
          {place.label}
        </MoreLink>
      ))}
      {refused.length > 0 && (
        <MoreLink
          to="/not-accepted"
          icon={CircleAlert}
          aside={open > 0 ? m.more_open_count({ count: open }) : undefined}
        >
          {m.more_not_accepted()}
        </MoreLink>
      )}
      <LostWork />
      {book !== undefined && (
        <MoreLink
          to="/team/not-accepted"
          icon={ShieldQuestionMark}
          aside={items.length > 0 ? m.more_open_count({ count: items.length }) : undefined}
        >
          {m.more_not_accepted_team()}
        </MoreLink>
      )}
    </ul>
  );
}

/** Only after the server was put back to an earlier day: what it lost and phones still have. */
function LostWork() {
  const { role, demo } = useSession();
  const kept = useKeptForOthers();
  const isOnline = useOnline();
  const isOwner = role === 'owner' && !demo;
  const { answer } = useRecoveryOffers(isOwner && isOnline);
  const offers = answer?.ok === true ? answer.value.length : 0;
  if (!isOwner) {
    return kept === 0 ? null : (
      <li>
        <Banner tone="waiting">{m.recovery_kept({ count: kept })}</Banner>
      </li>
    );
  }
  if (kept === 0 && offers === 0) return null;
  return (
    <MoreLink
      to="/more/lost-work"
      icon={RotateCcw}
      aside={offers > 0 ? m.more_open_count({ count: offers }) : undefined}
    >
      {m.recovery_title()}
    </MoreLink>
  );
}
