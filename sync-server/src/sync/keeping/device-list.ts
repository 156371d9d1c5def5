import type { DeviceItem, DeviceList } from '@revops/domain';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { numbersOf, type DeviceNumbers } from './device-numbers.ts';
import { unseenFlags } from './number-flags.ts';
import { Names } from './names.ts';

/** Every phone of the workshop, closed ones too: how far it counted and what of that is not here. */
export async function listDevices(store: DocumentStore, asOf: string): Promise<DeviceList> {
  const devices = await store.allDocs({ startId: 'device:', endId: 'device:\uffff' });
  const [numbers, names, flags] = await Promise.all([
    numbersOf(store, devices),
    Names.of(
      store,
      devices.map(({ userId }) => ({ who: userId })),
    ),
    unseenFlags(store),
  ]);
  const items = devices.map((device, index) => itemOf(device, numbers[index], names));
  const inOrder = (a: DeviceItem, b: DeviceItem): number =>
    a.code.length - b.code.length || (a.code < b.code ? -1 : 1);
  return { items: items.toSorted(inOrder), flags: [...flags], asOf };
}

function itemOf(device: StoredDocument, numbers: DeviceNumbers | undefined, names: Names): DeviceItem {
  const { _id, code, label, userId, lastHeard, closed } = device;
  if (!numbers) throw new Error('every device has its numbers');
  const { gaps, erased, ...counts } = numbers;
  return {
    id: _id.slice('device:'.length),
    code: String(code),
    label: String(label),
    user: names.person(String(userId)),
    ...counts,
    ...(erased === 0 ? {} : { erased }),
    ...(gaps.length === 0 ? {} : { gaps: gaps.map(([first, last]) => [first, last] as [number, number]) }),
    ...(typeof lastHeard === 'string' ? { lastHeard } : {}),
    ...(closed === true ? { closed } : {}),
  };
}
