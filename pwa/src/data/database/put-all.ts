import { unwrap } from 'idb';
import type { DeviceSchema, WriteTx } from './schema.ts';

/**
 * Writes records without waiting for each: a failed one aborts the transaction, which its end reports. Listening to
 * every single answer costs as much again as writing.
 */
export function putAll<K extends 'rows' | 'rollups' | 'search' | 'journal'>(
  tx: WriteTx,
  store: K,
  records: Iterable<DeviceSchema[K]['value']>,
): void {
  const native = unwrap(tx.objectStore(store));
  for (const record of records) native.put(record);
}

/** Deletes records without waiting for each. */
export function deleteAll(
  tx: WriteTx,
  store: 'rows' | 'rollups' | 'search' | 'journal',
  keys: Iterable<IDBValidKey>,
): void {
  const native = unwrap(tx.objectStore(store));
  for (const key of keys) native.delete(key);
}
