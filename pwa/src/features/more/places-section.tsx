import {
  Archive,
  Banknote,
  BookOpen,
  CalendarCheck,
  ChartNoAxesColumn,
  CircleAlert,
  ContactRound,
  FileSpreadsheet,
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
import { usePeople, useQuarantine, useSession, useTray } from '#src/data/hooks/index.ts';
import { useIsPhone } from '#src/platform/is-phone.ts';
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
const customers = (): Place => ({ to: '/customers', icon: ContactRound, label: m.customers_title() });
const team = (): Place => ({ to: '/team', icon: Users, label: m.app_place_team() });
const reports = (): Place => ({ to: '/reports', icon: FileSpreadsheet, label: m.reports_title() });
const workshop = (): Place => ({ to: '/more/workshop', icon: Store, label: m.more_workshop() });
const ownFigures = (): Place => ({
  to: '/figures',
  icon: ChartNoAxesColumn,
  label: m.figures_own_title(),
});
const devices = (): Place => ({ to: '/more/devices', icon: Smartphone, label: m.more_devices() });

const backups = (): Place => ({ to: '/more/backups', icon: Archive, label: m.backups_title() });
const lostWork = (): Place => ({ to: '/more/lost-work', icon: RotateCcw, label: m.recovery_title() });
const erase = (): Place => ({ to: '/more/erase', icon: UserX, label: m.erase_title() });

/** What the bar of this person and this width leaves out. */
function usePlaces(): readonly Place[] {
  const { role, userId } = useSession();
  const people = usePeople();
  const isPhone = useIsPhone();
  // Rail and sidebar have the customers themselves.
  if (role !== 'owner')
    return [...(isPhone ? [customers()] : []), ownFigures(), reports(), handOvers(), devices()];
  if (!isPhone) return [workshop(), devices(), backups(), lostWork(), erase()];
  const isAlone =
    people.status === 'ready' && !people.value.some((person) => person.active && person.id !== userId);
  const daily = isAlone ? [dayBook(), payments(), handOvers()] : [today(), money(), handOvers()];
  return [customers(), ...daily, team(), reports(), workshop(), devices(), backups(), lostWork(), erase()];
}

/** The places, and above them what was not accepted while it still needs somebody; settled, it stands at their end. */
export function PlacesSection() {
  const tray = useTray();
  const refused = tray.status === 'ready' ? tray.value : [];
  const open = refused.filter((item) => !item.answered).length;
  const { items, book } = useQuarantine();
  const own = <OwnRefused open={open} />;
  const team = <TeamRefused open={items.length} />;
  return (
    <ul className="mt-4 border-t border-rule">
      {open > 0 && own}
      {items.length > 0 && team}
      {usePlaces().map((place) => (
        <MoreLink key={place.to} to={place.to} icon={place.icon}>
          {place.label}
        </MoreLink>
      ))}
      {refused.length > 0 && open === 0 && own}
      {book !== undefined && items.length === 0 && team}
    </ul>
  );
}

interface RefusedProps {
  readonly open: number;
}

function OwnRefused({ open }: RefusedProps) {
  return (
    <MoreLink to="/not-accepted" icon={CircleAlert} {...(open > 0 && { aside: <Open count={open} /> })}>
      {m.more_not_accepted()}
    </MoreLink>
  );
}

function TeamRefused({ open }: RefusedProps) {
  return (
    <MoreLink
      to="/team/not-accepted"
      icon={ShieldQuestionMark}
      {...(open > 0 && { aside: <Open count={open} /> })}
    >
      {m.more_not_accepted_team()}
    </MoreLink>
  );
}

function Open({ count }: { readonly count: number }) {
  return <span className="font-semibold text-refused">{m.more_open_count({ count })}</span>;
}
