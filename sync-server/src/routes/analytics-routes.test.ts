import {
  dashboardSchema,
  decidePayment,
  figuresOf,
  money,
  moveJob,
  reassignJob,
  workshopDay,
  type AnyDocument,
  type Dashboard,
} from '@revops/domain';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkshop, type TestWorkshop } from '#src/testing/start-workshop.ts';
import {
  asJob,
  asPayment,
  bodyOf,
  over,
  typed,
  wires,
  type Phone,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const timeZone = 'Asia/Kolkata';

let workshop: TestWorkshop;
beforeAll(async () => {
  workshop = await startWorkshop();
});
afterAll(() => workshop.server.stop());

const as = <T = Record<string, unknown>>(phone: Phone | undefined, path: string) =>
  workshop.server.call<T>(`/api/analytics${path}`, phone ? { token: phone.session.accessToken } : {});
const codeOf = ({ body }: { readonly body: unknown }) => (body as { error?: { code: string } }).error?.code;
const dashboard = async (query = ''): Promise<Dashboard> => {
  const { status, body } = await as<Dashboard>(workshop.owner, `/dashboard${query}`);
  expect(status).toBe(200);
  return dashboardSchema.parse(body);
};

async function sent(phone: Phone, documents: readonly WireDocument[]): Promise<readonly WireDocument[]> {
  expect(new Set(await phone.codes(documents))).toEqual(new Set(['ok']));
  return documents;
}

/** A job that is completed, with money of every kind. */
async function workedOn(phone: Phone, amount: number): Promise<WireDocument> {
  const documents = await sent(phone, phone.openJob({ estimatedAmount: money(amount) }));
  const job = typed(documents, 'job');
  const [moved, ...others] = wires(moveJob(phone.context, asJob(bodyOf(job)), 'completed'));
  await sent(phone, [over(job, moved as AnyDocument), ...others]);
  await sent(phone, phone.pay(job, amount / 2, { method: 'upi', utr: `41234567${amount}` }));
  await sent(phone, phone.pay(job, 1000, { note: '=HYPERLINK("http://x")' }));
  await sent(phone, phone.pay(job, 300, { kind: 'refund' }));
  return phone.get(job._id);
}

async function recomputed() {
  const stored = await workshop.store.allDocs({ startId: 'a', endId: 'z' });
  const today = workshopDay(new Date().toISOString(), timeZone);
  return figuresOf(stored as unknown as readonly AnyDocument[], { timeZone, today });
}

async function expectEqual(found: Dashboard): Promise<void> {
  const { people, ...plain } = await recomputed();
  const { managers, asOf: _asOf, devices: _devices, ...figures } = found;
  expect(figures).toEqual(plain);
  expect(new Map(managers.map(({ id, name: _name, ...rest }) => [id, rest]))).toEqual(
    new Map(
      managers.map(({ id }) => [id, people.get(id) ?? { jobs: 0, revenue: 0, received: 0, cashInHand: 0 }]),
    ),
  );
  expect([...people.keys()].every((id) => managers.some((one) => one.id === id))).toBe(true);
}

describe('GET /api/analytics/dashboard', () => {
  it('is for owners alone', async () => {
    for (const path of ['/dashboard', '/export']) {
      expect((await as(undefined, path)).status).toBe(401);
      expect(codeOf(await as(workshop.manager, path))).toBe('owner_only');
    }
  });

  it('refuses days that are none, by their names', async () => {
    const answer = await as(workshop.owner, '/dashboard?from=yesterday&until=2026-01-01');
    expect(answer.status).toBe(400);
    expect(Object.keys((answer.body as { error: { fields: object } }).error.fields).toSorted()).toEqual([
      'from',
      'until',
    ]);
  });

  it('shows an empty workshop with everybody in it', async () => {
    const { managers, devices, totalJobs } = await dashboard();
    expect(totalJobs).toBe(0);
    expect(managers).toHaveLength(3);
    expect(devices).toHaveLength(3);
  });

  it('equals the figures recomputed from every document after each thing that happens', async () => {
    const { owner, manager, second } = workshop;
    const job = await workedOn(manager, 500_000);
    await expectEqual(await dashboard());
    const payments = (await workshop.store.view('by-job', { keys: [job._id] })).filter(
      ({ value }) => value === 'payment',
    );
    const payment = await owner.get(payments[0]?.id ?? '');
    const followers: AnyDocument[] = [];
    for (const verdict of ['rejected', 'withdrawn', 'confirmed'] as const) {
      const decided = wires(
        decidePayment(owner.context, asPayment(bodyOf(payment)), followers, {
          verdict,
          reason: 'Not in the bank',
        }),
      );
      followers.push(...(await sent(owner, decided)).map(bodyOf));
      await expectEqual(await dashboard());
    }
    await workedOn(second, 200_000);
    const moved = wires(reassignJob(owner.context, asJob(bodyOf(job)), second.userId));
    const [record, ...events] = moved;
    await sent(owner, [over(job, record as AnyDocument), ...events]);
    const after = await dashboard();
    await expectEqual(after);
    expect(after.managers.find(({ id }) => id === second.userId)).toMatchObject({
      jobs: 2,
      revenue: 700_000,
    });
    expect((await dashboard('?to=2020-01-01')).totalCollected).toBe(0);
    expect((await dashboard('?from=2020-01-01')).totalCollected).toBe(after.totalCollected);
  });

  it('says which phones have not sent everything', async () => {
    const { manager } = workshop;
    await manager.call('/', { headers: { 'x-device-issued': '999' } });
    const { devices } = await dashboard();
    const phone = devices.find(({ code }) => code === manager.session.device?.code);
    expect(phone?.missing).toBeGreaterThan(900);
    expect(phone?.name).toBe(manager.session.user.name);
    expect(Date.parse(phone?.lastHeard ?? '')).toBeGreaterThan(0);
  });
});

describe('GET /api/analytics/export', () => {
  it('is a workbook whose sums are the dashboard’s, read by another library', async () => {
    const [job] = await workshop.store.allDocs({ startId: 'job:', endId: 'job:\uffff', limit: 1 });
    const post = (path: string, body: object) =>
      workshop.server.call(path, { body, token: workshop.owner.session.accessToken });
    await post('/api/waivers', { jobId: job?._id, amount: 1_00, reason: 'Rounded' });
    await post('/api/deposits', { amount: 2_50, bank: 'SBI' });
    await post('/api/closes', { counted: 0, reason: 'All at the bank' });
    const figures = await dashboard();
    const answer = await fetch(`${workshop.server.url}/api/analytics/export`, {
      headers: { authorization: `Bearer ${workshop.owner.session.accessToken}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
    expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="revops-.*\.xlsx"/);
    const sheets = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Jobs',
      'Payments',
      'Hand-overs',
      'Discounts',
      'Deposits',
      'Closes',
      'People',
      'Phones',
    ]);
    const column = (sheet: string, title: string): readonly unknown[] => {
      const [head, ...rows] = sheets.find((one) => one.sheet === sheet)?.data ?? [];
      const at = head?.indexOf(title) ?? -1;
      expect(at).toBeGreaterThanOrEqual(0);
      return rows.map((row) => row[at]);
    };
    const minor = (values: readonly unknown[]): number =>
      values.reduce<number>((sum, value) => sum + Math.round(Number(value ?? 0) * 100), 0);
    expect(minor(column('Payments', 'Counted'))).toBe(figures.totalCollected);
    expect(minor(column('Jobs', 'Received'))).toBe(figures.totalCollected);
    expect(minor(column('Jobs', 'Confirmed'))).toBe(figures.totalConfirmed);
    expect(minor(column('Jobs', 'Billed')) - minor(column('Jobs', 'Discount'))).toBe(figures.totalRevenue);
    expect(minor(column('People', 'Received'))).toBe(figures.totalCollected);
    expect(minor(column('Discounts', 'Counted'))).toBe(minor(column('Jobs', 'Discount')));
    expect([column('Discounts', 'Reason'), column('Deposits', 'Bank')]).toEqual([['Rounded'], ['SBI']]);
    expect(minor(column('Closes', 'Difference'))).toBe(2_50);
    expect(column('Payments', 'Note')).toContain('=HYPERLINK("http://x")');
    expect(column('Payments', 'Bank reference')).toContain('41234567500000');
    for (const opened of column('Jobs', 'Opened')) expect(opened).toBeInstanceOf(Date);
    for (const amount of column('Payments', 'Amount')) expect(amount).toBeTypeOf('number');
    expect(new Set(column('Payments', 'Job'))).toEqual(new Set(column('Jobs', 'Number')));
  });
});
