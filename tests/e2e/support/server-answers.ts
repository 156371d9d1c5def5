import type { Page } from 'playwright-core';

/**
 * Answers that only a server with a past has: entries of people long ago, some of them broken. The contract's shapes;
 * `moves.test.ts` meets the real ones.
 */
export interface Answers {
  readonly jobId: string;
  /** Whose entries they are: somebody whom the workshop knows can be called. */
  readonly personId: string;
}

/** Not known to the workshop any more. */
const ravi = { id: '018f0000-0000-7000-8000-00000000aaaa', name: 'Venkatanarasimharajuvaripeta Subramanian' };
const device = { id: '018f0000-0000-7000-8000-00000000bbbb', code: 'B2', label: 'Chrome on Android' };

const envelope = (id: string, type: string, body: Readonly<Record<string, unknown>>) => ({
  _id: id,
  type,
  schema: 1,
  createdAt: '2026-04-01T06:00:00.000Z',
  offset: 330,
  createdBy: ravi.id,
  device: device.id,
  access: [],
  ...body,
});

function refused(
  n: number,
  code: string,
  body: Readonly<Record<string, unknown>> & { readonly _id: string; readonly type: string },
) {
  return {
    id: `quarantine:${String(n).padStart(32, '0')}`,
    docId: body._id,
    rev: '1-0123456789abcdef0123456789abcdef',
    type: body.type,
    reason: { code, words: code },
    who: ravi,
    device,
    receivedAt: new Date(Date.now() - n * 3_600_000).toISOString(),
    via: n === 2 ? 'upload' : 'sync',
    body,
  };
}

const items = ({ jobId, personId }: Answers) => [
  {
    ...refused(
      1,
      'job_moved',
      envelope(jobId, 'job', {
        number: 'A1-0001',
        vehicleNumber: 'MH12AB1234',
        workerAssigned: 'Suresh',
        workDescription: 'Engine oil and filter, brake pads in front, the left door rattles on bad roads',
        billedAmount: 12_345_600,
        stamps: {
          workerAssigned: '09999999999999:0000:b2',
          workDescription: '09999999999999:0000:b2',
          billedAmount: '09999999999999:0000:b2',
        },
      }),
    ),
    who: { id: personId, name: 'Imran Shaikh' },
  },
  refused(
    2,
    'member_removed',
    envelope('payment:018f0000-0000-7000-8000-00000000cccc', 'payment', {
      n: 41,
      jobId,
      amount: 123_456_750,
      kind: 'partial',
      method: 'cash',
      collectedBy: ravi.id,
      receivedAt: '2026-04-01T08:40:00.000Z',
      note: 'Paid by his brother at the gate',
    }),
  ),
  refused(
    3,
    'clash_unanswered',
    envelope('paymentProof:018f0000-0000-7000-8000-00000000dddd', 'paymentProof', {
      paymentId: 'payment:018f0000-0000-7000-8000-00000000eeee',
      utr: '412345678901',
    }),
  ),
  refused(4, 'invalid_document', { _id: 'job:???', type: 'job' }),
];

const audit = [
  { changed: ['desk'], minutes: 4, who: ravi },
  {
    changed: ['billedAmount', 'workerAssigned', 'partsRequired'],
    flags: ['lowered'],
    minutes: 90,
    who: ravi,
  },
  { changed: ['status'], minutes: 1500, who: ravi },
  { created: true, minutes: 2900, who: ravi },
].map(({ minutes, ...line }, index) => ({
  at: new Date(Date.now() - minutes * 60_000).toISOString(),
  device,
  rev: `${9 - index}-0123456789abcdef0123456789abcdef`,
  ...line,
}));

/** From here on the page's server has entries that were not accepted, or none, or fails. */
export async function answerQuarantine(
  page: Page,
  answers: Answers,
  kind: 'some' | 'none' | 'broken',
): Promise<void> {
  await page.unroute('**/api/quarantine*');
  await page.route('**/api/quarantine*', (route) =>
    kind === 'broken'
      ? route.fulfill({ status: 500, json: { error: { code: 'internal', message: '', requestId: '' } } })
      : route.fulfill({ json: { items: kind === 'some' ? items(answers) : [] } }),
  );
}

/** The arrivals of any document. */
export async function answerHistory(page: Page): Promise<void> {
  await page.unroute('**/api/audit/*');
  await page.route('**/api/audit/*', (route) => route.fulfill({ json: { items: audit } }));
}
