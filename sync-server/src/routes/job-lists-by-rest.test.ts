import { afterAll, describe, expect, it } from 'vitest';
import type { JobItem } from '@revops/domain';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];
// Some pages full.
for (let count = 0; count < 7; count += 1) await (count % 3 === 0 ? asSecond : asManager).openJob();

describe('GET /api/jobs', () => {
  it('shows a manager the own desk alone and an owner all, newest first', async () => {
    const mine = await asManager.openJob();
    const theirs = await asSecond.openJob();
    const ofManager = await asManager.all<JobItem>('/api/jobs?limit=3');
    expect(ofManager.every(({ desk }) => desk === manager.userId)).toBe(true);
    expect(ofManager.map(({ id }) => id)).toContain(mine.id);
    expect(ofManager.map(({ id }) => id)).not.toContain(theirs.id);
    const all = await asOwner.all<JobItem>('/api/jobs?limit=200');
    expect(all.slice(0, 2).map(({ id }) => id)).toEqual([theirs.id, mine.id]);
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    );
    const desk = await asOwner.all<JobItem>(`/api/jobs?desk=${manager.userId}&limit=4`);
    expect(desk.map(({ id }) => id)).toEqual(ofManager.map(({ id }) => id));
    expect((await asManager.get(`/api/jobs?desk=${second.userId}`)).status).toBe(403);
    expect((await asManager.get(`/api/jobs?desk=${manager.userId}`)).status).toBe(200);
  });

  it('finds by status, plate, name, phone and number', async () => {
    const plate = { vehicleNumber: 'KA 05 QQ 9090', customerName: 'Zubin Mehta', phone: '91234 56780' };
    const { id, number } = await asManager.openJob(plate);
    await asManager.put(`/api/jobs/${id}`, { status: 'cancelled' });
    for (const q of ['9090', 'ka 90', 'zubin', '56780', number, 'qq9090'])
      expect(
        (await asManager.all<JobItem>(`/api/jobs?q=${encodeURIComponent(q)}`)).map((one) => one.id),
      ).toEqual([id]);
    expect(await asSecond.all('/api/jobs?q=zubin')).toEqual([]);
    const cancelled = await asManager.all<JobItem>('/api/jobs?status=cancelled');
    expect(cancelled.map((one) => one.id)).toEqual([id]);
    const pending = await asManager.all<JobItem>('/api/jobs?status=pending&limit=2');
    const all = await asManager.all<JobItem>('/api/jobs');
    expect(pending.map((one) => one.id)).toEqual(
      all.filter(({ status }) => status === 'pending').map((one) => one.id),
    );
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      'status=open',
      'limit=0',
      'limit=x',
      'limit=-1',
      'stauts=pending',
      'after=x',
      'q=',
      'desk=a%20b',
    ])
      expect([query, (await asOwner.get(`/api/jobs?${query}`)).status]).toEqual([query, 400]);
    expect((await asOwner.get(`/api/jobs?limit=5000`)).status).toBe(200);
  });
});
