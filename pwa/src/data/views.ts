import type {
  AnyDocument,
  Job,
  JobEvent,
  JobStatusValue,
  Money,
  Payment,
  PaymentMethod,
  PlateKind,
  Problem,
  Result,
  Settlement,
  Vehicle,
  Visit,
  Customer,
  WaiverDecision,
} from '@revops/domain';

/** Where a document is: only here, acknowledged, or refused with a reason in the tray. */
export type Mark = 'phone' | 'server' | 'refused';

/** A live query's answer; `loading` only before the first one. */
export type Live<T> = { readonly status: 'loading' } | { readonly status: 'ready'; readonly value: T };

/** A total and how much of it exists only on this phone. */
export interface TotalView {
  readonly amount: Money;
  readonly count: number;
  readonly unsentAmount: Money;
  readonly unsentCount: number;
}

/** What a list shows of a job. `billed` undefined: no estimate yet, which is not zero. */
export interface JobView {
  readonly id: string;
  readonly number: string;
  readonly plate: string;
  readonly plateKind: PlateKind;
  readonly customerName?: string;
  readonly phone?: string;
  readonly carModel?: string;
  readonly workDescription?: string;
  readonly status: JobStatusValue;
  readonly desk: string;
  readonly promisedAt?: string;
  readonly createdAt: string;
  readonly completedAt?: string;
  readonly deliveredAt?: string;
  readonly billed?: Money;
  /** `waived`: discounts and write-offs that count. */
  readonly received: { readonly waiting: Money; readonly confirmed: Money; readonly waived: Money };
  readonly balance: Money;
  readonly mark: Mark;
}

export type PaymentStateName = 'waiting' | 'confirmed' | 'rejected' | 'cancelled' | 'clash';

/** A payment with its state and what a screen says of it. `label` is the stub's number, `A1 · 7`. */
export interface PaymentView {
  readonly id: string;
  readonly label: string;
  readonly jobId: string;
  readonly jobNumber?: string;
  readonly plate?: string;
  readonly plateKind?: PlateKind;
  readonly customerName?: string;
  readonly phone?: string;
  readonly amount: Money;
  readonly kind: Payment['kind'];
  readonly method: PaymentMethod;
  readonly state: PaymentStateName;
  /** Of the rejection or cancellation. */
  readonly reason?: string;
  readonly decidedAt?: string;
  readonly utr?: string;
  readonly collectedBy: string;
  readonly collectorName: string;
  readonly receivedAt: string;
  readonly mark: Mark;
  readonly document: Payment;
  readonly followers: readonly AnyDocument[];
}

/** A discount or a write-off with its state and what a screen says of it. */
export interface WaiverView {
  readonly id: string;
  readonly jobId: string;
  readonly jobNumber?: string;
  readonly plate?: string;
  readonly plateKind?: PlateKind;
  readonly customerName?: string;
  readonly amount: Money;
  readonly reason: string;
  readonly state: 'waiting' | 'confirmed' | 'rejected';
  /** The owner's word that says so; none where it counts, or waits, by itself. */
  readonly decision?: WaiverDecision;
  readonly giverName: string;
  readonly givenAt: string;
  readonly mark: Mark;
}

/** A line of a job's timeline. */
export interface JobEventView {
  readonly id: string;
  readonly event: JobEvent;
  readonly personName: string;
  /** The desks of a reassignment. */
  readonly fromName?: string;
  readonly toName?: string;
  readonly deviceCode?: string;
  readonly mark: Mark;
}

/** Everything the job screen shows. `takeBackTo` is set while the last move may be taken back. */
export interface JobDetail extends JobView {
  readonly document: Job;
  readonly payments: readonly PaymentView[];
  readonly waivers: readonly WaiverView[];
  readonly events: readonly JobEventView[];
  readonly takeBackTo?: JobStatusValue;
}

/** The manager's worklist; the screen shows the groups in this order and skips empty ones. */
export interface WorklistView {
  readonly rejected: readonly PaymentView[];
  readonly late: readonly JobView[];
  readonly ready: readonly JobView[];
  readonly promisedToday: readonly JobView[];
  readonly waitingForParts: readonly JobView[];
  /** Open jobs in none of the groups above. */
  readonly others: readonly JobView[];
}

export interface CashView {
  readonly held: TotalView;
  readonly waitingHandOver: TotalView;
  /** Brought to the bank, waiting for an owner's word. */
  readonly waitingDeposit: TotalView;
  readonly rejected: TotalView;
}

export interface HandOverView {
  readonly id: string;
  readonly document: Settlement;
  readonly decisions: readonly AnyDocument[];
  readonly fromName: string;
  readonly toName: string;
  readonly amount: Money;
  readonly state: 'waiting' | 'confirmed' | 'rejected';
  readonly reason?: string;
  /** The receiver agreed face to face, and no owner has said anything since. */
  readonly agreed: boolean;
  readonly createdAt: string;
  readonly mark: Mark;
}

export interface DayBookRow {
  readonly method: PaymentMethod;
  readonly confirmed: TotalView;
  readonly waiting: TotalView;
  readonly rejected: TotalView;
  readonly clash: TotalView;
}

/**
 * Entries that a device has issued and that are not here. `missing` is undefined when it cannot be told: for whoever may
 * not read everything, and while everything is still being fetched.
 */
export interface DeviceView {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly userId: string;
  readonly personName: string;
  readonly lastHeard?: string;
  readonly missing?: number;
  /** It gives no number any more: signed out for good, or its storage was cleared. */
  readonly closed: boolean;
}

export interface PersonView {
  readonly id: string;
  readonly name: string;
  readonly phone?: string;
  readonly role: 'owner' | 'manager' | 'technician' | 'customer';
  readonly active: boolean;
  readonly cash: CashView;
  readonly lastHeard?: string;
}

export interface DayBookView {
  readonly day: string;
  readonly rows: readonly DayBookRow[];
  readonly total: DayBookRow;
  readonly people: readonly PersonView[];
}

/** What is known of a plate: fills the rest of a new job. Newest visits first. */
export interface KnownCar {
  readonly vehicle: Vehicle;
  readonly customer?: Customer;
  readonly visits: readonly Visit[];
  readonly openJob?: JobView;
}

/** The session of the person in front of the screen; `demo` never syncs. */
export interface SessionView {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'manager';
  readonly workshopId: string;
  readonly workshopName: string;
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly demo: boolean;
}

/** Why a document was not accepted; the id + rev is the item's key. */
export interface TrayItem {
  readonly key: string;
  readonly document: AnyDocument;
  readonly code: string;
  readonly reason: string;
  readonly refusedAt: string;
  readonly answered: boolean;
  /** What became of it; unknown of what was answered by an older version. */
  readonly outcome?: 'corrected' | 'accepted' | 'settled';
  /** An owner has read it and does not want it in. */
  readonly dismissed?: { readonly at: string; readonly reason: string };
  /** The job that it is about, as long as this phone has that job. */
  readonly jobId?: string;
}

/** Everything the pill and its sheet need. Counts are acts: one per Save tap. Amount is the money among them. */
export interface SyncView {
  readonly online: boolean;
  readonly phase: 'idle' | 'sending' | 'waiting' | 'signed_out' | 'closed' | 'removed' | 'demo';
  /**
   * With phase `removed`: whether the server keeps everything that was only here, and whether the documents here are
   * deleted. Before that the work can still be exported.
   */
  readonly removal?: { readonly handedOver: boolean; readonly wiped: boolean };
  readonly waitingActs: number;
  readonly waitingAmount: Money;
  readonly oldestWaitingAt?: string;
  readonly refused: number;
  /** Documents of a newer app: kept, but neither shown nor counted here; absent when there are none. */
  readonly newer?: number;
  /** App and server do not understand each other: which of the two has to be brought up to date. */
  readonly outdated?: 'app' | 'server';
  /** Photos and papers that only this phone has; absent when there are none. */
  readonly filesWaiting?: number;
  readonly lastHeard?: string;
  readonly serverHadEverythingAt?: string;
  /** First sync under way: documents fetched of how many. */
  readonly fetching?: { readonly done: number; readonly total: number };
  readonly storage: 'ok' | 'full';
  readonly clockOffByDays?: number;
}

/** A stored act: the ids of its documents in order, and the job number if it made one. */
export interface SavedAct {
  readonly actId: string;
  readonly ids: readonly string[];
  readonly jobNumber?: string;
}

/** What every save answers: stored durably, or what a person has to put right. A failed disk rejects instead. */
export type SaveResult = Result<SavedAct, Problem>;
