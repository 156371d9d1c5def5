import { latestWaiverDecision, waiverState, type AnyDocument, type Job, type Waiver } from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import type { WaiverView } from '../views.ts';
import { listed, shown, type Shown } from './lists.ts';
import { names, type Names, type OwnDevice } from './people.ts';
import { instantOfDocument } from '../projections/projection.ts';
import { ANYBODY, givenBy } from '../projections/waiver.ts';

function carOf(row: Row | undefined): Partial<WaiverView> {
  const job = row?.doc as unknown as Job | undefined;
  if (job === undefined) return {};
  return {
    jobNumber: job.number,
    plate: job.vehicleNumber,
    plateKind: row?.folded.plateKind ?? 'private',
    ...(job.customerName === undefined ? {} : { customerName: job.customerName }),
  };
}

function waiverView(
  { row, document }: Shown,
  decisions: readonly AnyDocument[],
  job: Row | undefined,
  named: Names,
): WaiverView {
  const waiver = document as unknown as Waiver;
  const said = latestWaiverDecision(decisions);
  return {
    id: waiver._id,
    jobId: waiver.jobId,
    ...carOf(job),
    amount: waiver.amount,
    reason: waiver.reason,
    state: waiverState(waiver, decisions).state,
    ...(said !== undefined && said.verdict !== 'withdrawn' && { decision: said }),
    giverName: named.person(waiver.createdBy),
    givenAt: instantOfDocument(document),
    mark: row.mark === 'server' && row.folded.unsent === true ? 'phone' : row.mark,
  };
}

/** Discounts with the owner's words on them, their cars and their people. */
export async function waiverViews(tx: ReadTx, rows: readonly Row[], own: OwnDevice): Promise<WaiverView[]> {
  if (rows.length === 0) return [];
  const found = await shown(tx, rows);
  const store = tx.objectStore('rows');
  const [named, groups, jobs] = await Promise.all([
    names(tx, own),
    Promise.all(found.map(({ row }) => store.index('head').getAll(row.id))),
    Promise.all(found.map(({ document }) => store.get(document['jobId'] as string))),
  ]);
  return found.map((one, index) => {
    const members = (groups[index] ?? []).filter(({ id }) => id !== one.row.id);
    const decisions = members.flatMap(({ doc }) => doc ?? []);
    return waiverView(one, decisions, jobs[index], named);
  });
}

/** Which discounts: in a state, of one person or of everybody, and how many at most. */
export interface WaiversFilter {
  readonly state: WaiverView['state'];
  readonly person?: string | undefined;
  readonly limit: number;
}

/** The newest discounts. */
export const waivers = async (
  tx: ReadTx,
  { state, person = ANYBODY, limit }: WaiversFilter,
  own: OwnDevice,
): Promise<WaiverView[]> => waiverViews(tx, await listed(tx, givenBy(state, person), limit), own);
