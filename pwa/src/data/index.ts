/** What the engine, the simulator and the bench use of the phone's data; no React here. */
export {
  deviceDatabaseName,
  openDeviceDatabase,
  type DeviceDatabase,
  type OpenOptions,
} from './database/open.ts';
export {
  FencedOffError,
  readMeta,
  writeMeta,
  writeMetaTogether,
  type EngineOptions,
} from './database/meta.ts';
export { assertFence, takeFence } from './database/fence.ts';
export { createTopicBus, type ChannelMessage, type TopicBus } from './database/topics.ts';
export type {
  Applied,
  JournalEntry,
  MetaValues,
  RecoveryRecord,
  Rollup,
  Row,
  SyncState,
  TrayRecord,
} from './database/schema.ts';
export { journalBatch, journalCount } from './journal/journal.ts';
export { saveAct, type BuildAct, type SaveEnvironment } from './save/save-act.ts';
export type { DocumentReader } from './save/reader.ts';
export { acknowledge, type Acknowledged } from './exchange/acknowledge.ts';
export { lateWork } from './exchange/late-work.ts';
export { markAnswered, refuse, type Refused } from './exchange/refuse.ts';
export { applyPulled, readApplied, yieldToEvents, type Pulled } from './exchange/apply-pulled.ts';
export { erasableKept } from './exchange/erasable-kept.ts';
export { ownStamps } from './exchange/own-stamps.ts';
export { sentCopies, type SentCopy } from './exchange/sent-copies.ts';
export { sentLately } from './exchange/sent-lately.ts';
export { confirmHandOver, heldKeys, onlyHere } from './exchange/wipe.ts';
export { isSavedTo, stepSize, untilSaved } from './exchange/step-size.ts';
export { sendAgain, type LostOnServer } from './exchange/send-again.ts';
export { forgetUnseen, unseenKey, unseenRevisions } from './exchange/unseen.ts';
export {
  dropRecovered,
  keepForOwner,
  markOffered,
  recoveryItems,
  type LostByOthers,
} from './exchange/recovery.ts';
export { forgetServerCopies, rebuildIfNeeded } from './exchange/rebuild.ts';
export { isDeadConnection, isDiskFull } from './database/dead-connection.ts';
export { freeRoom, noteFull, noteRoom } from './storage/full-disk.ts';
export { dropUnnamed } from './files/file-cache.ts';
export { offerFilesAgain, ownSentFiles } from './files/files-again.ts';
export { fileBytes, filesToSend, waitingFiles, type WaitingFile } from './files/file-records.ts';
export { settleFile, type FileOutcome } from './files/settle-file.ts';
export { hashOf, newFile, type NewFile } from './files/new-file.ts';
