import {
  dismissedSchema,
  ok,
  ownRefusalsSchema,
  quarantineListSchema,
  readmittedAllSchema,
  readmittedSchema,
  type AnyDocument,
  type Dismissed,
  type ErrorCode,
  type OwnRefusals,
  type OwnRefusalsRequest,
  type QuarantineItem as Answered,
  type Readmitted,
  type ReadmittedAll,
  type Result,
} from '@revops/domain';
import { asPerson } from '../account/as-person.ts';

/** An entry of somebody that the server did not accept, as the owner reads it. */
export interface QuarantineItem {
  readonly id: string;
  readonly docId: string;
  /** `from`: what the phone said that handed it in, which proves nothing. */
  readonly reason: { readonly code: string; readonly words: string; readonly from?: 'phone' | undefined };
  readonly personId: string;
  readonly personName: string;
  readonly deviceCode?: string;
  readonly deviceLabel?: string;
  readonly receivedAt: string;
  /** `upload`: handed over by somebody who had been removed. */
  readonly via: 'sync' | 'upload';
  readonly body: AnyDocument;
  /** False where it was beyond what the server keeps: only the phone that wrote it has it. */
  readonly isKept: boolean;
}

export interface QuarantinePage {
  readonly items: readonly QuarantineItem[];
  readonly next?: string;
}

function itemOf({ id, docId, reason, who, device, receivedAt, via, type, body }: Answered): QuarantineItem {
  return {
    id,
    docId,
    reason,
    personId: who.id,
    personName: who.name ?? '',
    ...(device?.code === undefined ? {} : { deviceCode: device.code }),
    ...(device?.label === undefined ? {} : { deviceLabel: device.label }),
    receivedAt,
    via,
    body: { type, ...body, _id: docId } as unknown as AnyDocument,
    isKept: Object.keys(body).length > 0,
  };
}

/** The newest entries of anybody that were not accepted and not re-admitted; `after` continues a page. */
export async function listQuarantine(after?: string): Promise<Result<QuarantinePage, ErrorCode>> {
  const query = new URLSearchParams({ limit: '100', ...(after === undefined ? {} : { after }) });
  const answer = await asPerson({
    method: 'GET',
    path: `/api/quarantine?${query.toString()}`,
    answer: quarantineListSchema,
  });
  if (!answer.ok) return answer;
  const { items, next } = answer.value;
  return ok({ items: items.map(itemOf), ...(next === undefined ? {} : { next }) });
}

/** Lets one of them in after all, in the owner's name; it keeps its author and its device. */
export const readmit = (id: string): Promise<Result<Readmitted, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: `/api/quarantine/${encodeURIComponent(id)}/readmit`,
    body: {},
    answer: readmittedSchema,
  });

/** Several at once, each by itself, in the order in which they rest on one another. */
export const readmitAll = (ids: readonly string[]): Promise<Result<ReadmittedAll, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: '/api/quarantine/readmit',
    body: { ids },
    answer: readmittedAllSchema,
  });

/** Takes one off the list with the owner's reason; it is kept. */
export const dismiss = (id: string, reason: string): Promise<Result<Dismissed, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: `/api/quarantine/${encodeURIComponent(id)}/dismiss`,
    body: { reason },
    answer: dismissedSchema,
  });

/** What owners have said of what this phone was refused. */
export const askOwnRefusals = (
  entries: OwnRefusalsRequest['entries'],
): Promise<Result<OwnRefusals, ErrorCode>> =>
  asPerson({
    method: 'POST',
    path: '/api/quarantine/mine',
    body: { entries },
    answer: ownRefusalsSchema,
  });
