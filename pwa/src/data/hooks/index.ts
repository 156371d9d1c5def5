export { useBackups } from './use-backups.ts';
export { useAgreedAhead, useDayCloses, useDeposits, useHandOverCover, useStatement } from './use-cash.ts';
export { useCustomers } from './use-customers.ts';
export { useDeviceBook } from './use-device-book.ts';
export { useDocuments } from './use-documents.ts';
export { useHistory } from './use-history.ts';
export {
  useDeskJobs,
  useHasJobs,
  useJob,
  useJobs,
  useJobSearch,
  useJobViews,
  useMovedJobs,
  useStatusCounts,
  useWorklist,
} from './use-jobs.ts';
export { useCash, useDayBook, useHandOver, useHandOvers, usePayment, usePayments } from './use-money.ts';
export { useJobDesk, type DeskView, type JobDesk } from './use-job-desk.ts';
export { useMarker } from './use-marker.ts';
export { useOtherDesk } from './use-other-desk.ts';
export { useOwnersWord } from './use-owners-word.ts';
export { useQuarantine } from './use-quarantine.ts';
export { useKeptForOthers, useRecoveryOffers } from './use-recovery.ts';
export { useRefusedPayments } from './use-refused-payments.ts';
export { useDeviceState, useSession } from './use-session.ts';
export { useSync, useTray } from './use-sync.ts';
export { useNow, useToday } from './use-time.ts';
export {
  useComplaintChips,
  useDevices,
  useKnownCar,
  usePeople,
  usePlatePrefixes,
  useWorkshop,
} from './use-workshop.ts';
