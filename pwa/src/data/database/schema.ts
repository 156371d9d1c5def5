import type { AnyDocument, Contribution, FileType, JobReceived, PlateKind } from '@revops/domain';
import type { DBSchema, IDBPTransaction } from 'idb';
import type { FoldedAlarm } from '../projections/alarm-lists.ts';
import type { Mark, SessionView } from '../views.ts';

/** Counts the shape of rows, lists, shares and search lines; raising it refolds every row at the next start. See `projectionVersion`. */
export const PROJECTION_VERSION = 5;

/** What folding a group or joining a neighbour left on a row, so that a list is one read. */
export interface Folded {
  /** Of a payment or a hand-over. */
  readonly state?: string;
  /** Of a job, minor units. `unsent`: part of it is only on this phone. */
  readonly received?: JobReceived & { readonly unsent: boolean };
  readonly plateKind?: PlateKind;
  /** A member of the group is only on this phone. */
  readonly unsent?: boolean;
  /** What owners should look into; absent when there is nothing. */
  readonly alarms?: readonly FoldedAlarm[];
}

/** One document as screens see it: the server's copy merged with what this phone has not sent yet. */
export interface Row {
  readonly id: string;
  readonly type: string;
  /** The id of the group's head, on the head too; indexed, so that a group is one native call. */
  readonly head?: string;
  /** Keys of the lists it stands in, newest first by inverted time. */
  readonly lists: readonly string[];
  readonly serverRev?: string;
  /** The server's copy while it differs from `doc`. */
  readonly server?: AnyDocument;
  /** Absent on a row that is only a mark. */
  readonly doc?: AnyDocument;
  readonly mark: Mark;
  /** The revision that was refused, until a person has answered it. */
  readonly refused?: string;
  /** A newer app has written it: a mark without content, `server` holds it as it came. */
  readonly newer?: true;
  /** The right to read it is lost while work on it still waits here: the row is a mark without content. */
  readonly removed?: { readonly entriesWaiting: number };
  readonly folded: Folded;
  /** The share in the totals, and the part of it that the server has when that differs. */
  readonly shares: readonly Contribution[];
  readonly sent?: readonly Contribution[];
  /** The bucket of its search line. */
  readonly bucket?: number;
}

/** A document that the server has not acknowledged, ready to be posted. `body` is without `_rev`. */
export interface JournalEntry {
  readonly id: string;
  /** The first act that wrote it, and every act since. */
  readonly act: string;
  readonly acts: readonly string[];
  readonly order: number;
  readonly savedAt: string;
  readonly body: AnyDocument;
  readonly rev: string;
  readonly revisions: { readonly start: number; readonly ids: readonly string[] };
}

/** A refused body; the key is id and rev, and nothing deletes it unseen. */
export interface TrayRecord {
  readonly key: string;
  readonly id: string;
  readonly rev: string;
  readonly body: AnyDocument;
  readonly code: string;
  readonly reason: string;
  readonly refusedAt: string;
  readonly answered: boolean;
  /** What became of it: said anew, let in by the owner, or settled by a person's word. */
  readonly outcome?: 'corrected' | 'accepted' | 'settled';
  /** An owner has read it and does not want it in. It stays open: whoever wrote it has to see that. */
  readonly dismissed?: Dismissal;
}

/** When an owner said so, and why. */
export interface Dismissal {
  readonly at: string;
  readonly reason: string;
}

/**
 * What the server had and, restored from an earlier day, has no more, and what is not this phone's to send: kept until
 * the server has it again.
 */
export interface RecoveryRecord {
  readonly key: string;
  readonly id: string;
  readonly rev: string;
  readonly revisions: { readonly start: number; readonly ids: readonly string[] };
  readonly body: AnyDocument;
  /** held: only here. offered: an owner can bring it back. refused: it can only be exported. */
  readonly state: 'held' | 'offered' | 'refused';
}

/** Bytes that a document names, apart from them so that counting files does not read photos. */
export interface FileRecord {
  readonly sha256: string;
  readonly size: number;
  readonly type: FileType;
  /** waiting: only here. sent: the server has it, here it stays while there is room. refused: it never will be taken. */
  readonly state: 'waiting' | 'sent' | 'refused';
  readonly addedAt: string;
  readonly usedAt: string;
  /** Where the tray names it since it was refused. */
  readonly trayKey?: string;
  /** Not tried again before. */
  readonly retryAt?: string;
}

/** What somebody was typing when a form was left; it leaves with the save that it becomes, or with what it is about. */
export interface DraftRecord {
  /** The form, and what it is about. */
  readonly key: string;
  /** The document that it is about. */
  readonly about?: string;
  readonly values: unknown;
  readonly savedAt: string;
}

/** A running total, what of it is only on this phone, and the sum over what the server has. */
export interface Rollup {
  readonly key: string;
  readonly amount: number;
  readonly count: number;
  readonly unsentAmount: number;
  readonly unsentCount: number;
  readonly sentAmount: number;
  readonly sentCount: number;
}

/** Search lines of some jobs in one string: reading 200 long strings is far cheaper than 50,000 records. */
export interface SearchBucket {
  readonly bucket: number;
  readonly lines: string;
}

/** How far the rows have followed the replica. */
export interface Applied {
  readonly replica: string;
  readonly seq: string | number;
}

/** What the engine says of itself; `useSync` adds what waits. */
export interface SyncState {
  /**
   * `removed`: the person is no member any more; what waits is handed over to the owner. `closed`: an owner signed this
   * phone out for good.
   */
  readonly phase: 'idle' | 'sending' | 'waiting' | 'signed_out' | 'closed' | 'removed';
  readonly online: boolean;
  readonly serverHadEverythingAt?: string;
  /** App and server do not understand each other: which of the two has to be brought up to date. */
  readonly outdated?: 'app' | 'server';
}

/** How far the phone of a removed person is; absent while the person is a member. */
export interface RemovalState {
  /** Since when the server has kept everything that only this phone had, in milliseconds of the device's clock. */
  readonly confirmedAt?: number;
  /** What it keeps: id and revision. */
  readonly confirmed?: readonly string[];
  /** The workshop's documents are deleted here. */
  readonly wiped?: true;
}

/** Everything remembered beside the documents. */
export interface MetaValues {
  clockOffsetMs: number;
  issued: number;
  jobCounter: number;
  order: number;
  hlc: string;
  lastHeard: string;
  firstSync: { readonly done: number; readonly total: number; readonly complete: boolean };
  applied: Applied;
  sync: SyncState;
  fence: number;
  removal: RemovalState | undefined;
  /** What the server said last of every phone; owners only. */
  deviceList: unknown;
  /** Since when the disk is full; absent while there is room. */
  storageFullAt: string;
  /** What owners erased for good, as far as this phone was told; it tells a server that has forgotten. */
  erased: readonly string[];
  /** What the rows were folded with. */
  projection: number;
  timeZone: string;
  /** A rebuild under way: rows up to and including `after` are done. */
  rebuild: { readonly after: string };
  searchTail: { readonly bucket: number; readonly count: number };
  /** What the demo was invented from, and who looks at it. */
  demo: {
    readonly now: string;
    readonly jobs: number;
    readonly timeZone: string;
    readonly session?: SessionView;
  };
  /** Marks a database that was in use, so that an eviction is noticed. */
  usedSince: string;
}

export interface DeviceSchema extends DBSchema {
  journal: { key: string; value: JournalEntry; indexes: { order: number } };
  rows: { key: string; value: Row; indexes: { lists: string; head: string } };
  tray: { key: string; value: TrayRecord };
  rollups: { key: string; value: Rollup };
  search: { key: number; value: SearchBucket };
  files: { key: string; value: FileRecord };
  fileBytes: { key: string; value: { readonly sha256: string; readonly bytes: Uint8Array<ArrayBuffer> } };
  drafts: { key: string; value: DraftRecord; indexes: { about: string } };
  recovery: { key: string; value: RecoveryRecord };
  meta: { key: string; value: unknown };
}

export type StoreName =
  | 'journal'
  | 'rows'
  | 'tray'
  | 'rollups'
  | 'search'
  | 'files'
  | 'fileBytes'
  | 'drafts'
  | 'recovery'
  | 'meta';
export const storeNames: StoreName[] = [
  'journal',
  'rows',
  'tray',
  'rollups',
  'search',
  'files',
  'fileBytes',
  'drafts',
  'recovery',
  'meta',
];

export type WriteTx = IDBPTransaction<DeviceSchema, StoreName[], 'readwrite'>;
export type ReadTx = IDBPTransaction<DeviceSchema, StoreName[], 'readonly' | 'readwrite'>;
