import {
  Banknote,
  BookOpen,
  CalendarCheck,
  CarFront,
  ContactRound,
  FileSpreadsheet,
  HandCoins,
  Menu,
  Plus,
  ReceiptText,
  Settings,
  Users,
} from 'lucide-react';
import type { NavItem } from '#src/components/layout/nav-item.ts';
import { m } from '#src/words/compiled/messages.js';
import { paths } from './paths.ts';

export interface Waiting {
  readonly payments: number;
  readonly handOvers: number;
}

const today = (): NavItem => ({ to: paths.today, label: m.app_place_today(), icon: CalendarCheck });
const jobs = (): NavItem => ({ to: paths.jobs, label: m.app_place_jobs(), icon: CarFront });
const customers = (): NavItem => ({
  to: paths.customers,
  label: m.customers_title(),
  icon: ContactRound,
});
const money = (): NavItem => ({ to: paths.money, label: m.app_place_money(), icon: Banknote });
const more = (): NavItem => ({ to: paths.more, label: m.app_place_more(), icon: Menu });
const dayBook = (): NavItem => ({ to: paths.dayBook, label: m.app_place_day_book(), icon: BookOpen });
const reports = (): NavItem => ({ to: paths.reports, label: m.reports_title(), icon: FileSpreadsheet });
const team = (): NavItem => ({ to: paths.team, label: m.app_place_team(), icon: Users });
const settings = (): NavItem => ({ to: paths.more, label: m.app_place_settings(), icon: Settings });
const newJob = (label: string): NavItem => ({ to: paths.newJob, label, icon: Plus, isMain: true });
const payments = (count: number): NavItem => ({
  to: paths.payments,
  label: m.app_place_payments(),
  icon: ReceiptText,
  count,
});
const handOvers = (count: number): NavItem => ({
  to: paths.handOvers,
  label: m.app_place_hand_overs(),
  icon: HandCoins,
  count,
});

/** The manager's five; also an owner's while nobody else is in the workshop. */
export const deskBar = (): NavItem[] => [today(), jobs(), newJob(m.app_place_new_job()), money(), more()];

/** A manager's places, for tablet and desk. */
export const deskPlaces = (): NavItem[] => [
  newJob(m.app_place_new_job()),
  today(),
  jobs(),
  customers(),
  money(),
  more(),
];

/** The owner's five, once somebody else takes money too. */
export const ownerBar = (waiting: Waiting): NavItem[] => [
  dayBook(),
  jobs(),
  newJob(m.app_place_new()),
  payments(waiting.payments),
  more(),
];

/** All of the owner's places, for tablet and desk. */
export const ownerPlaces = (waiting: Waiting): NavItem[] => [
  newJob(m.app_place_new_job()),
  dayBook(),
  jobs(),
  customers(),
  payments(waiting.payments),
  handOvers(waiting.handOvers),
  team(),
  reports(),
  today(),
  money(),
  settings(),
];
