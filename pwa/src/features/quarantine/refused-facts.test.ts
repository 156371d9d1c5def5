import type { AnyDocument } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#src/words/compiled/runtime.js';
import { refusedFacts } from './refused-facts.ts';

overwriteGetLocale(() => 'en');

const formats = { locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' } as const;
const habits = {
  formats,
  now: '2026-04-02T06:00:00.000Z',
  personName: (id: string) => (id === 'ravi' ? 'Ravi' : ''),
};
const body = (fields: Readonly<Record<string, unknown>>): AnyDocument =>
  ({
    _id: 'job:1',
    schema: 1,
    createdAt: '2026-04-01T06:00:00.000Z',
    offset: 330,
    createdBy: 'ravi',
    device: 'd1',
    access: [],
    stamps: {},
    ...fields,
  }) as unknown as AnyDocument;

const stamp = (ms: number) => `${String(ms).padStart(14, '0')}:0000:d1`;
const job = (fields: Readonly<Record<string, unknown>>, ms: number, named: readonly string[]): AnyDocument =>
  body({
    type: 'job',
    number: 'A1-0001',
    vehicleNumber: 'MH12AB1234',
    ...fields,
    stamps: Object.fromEntries(named.map((field) => [field, stamp(ms)])),
  });

describe('a refused entry in words', () => {
  it('names what a change would really change, and what stands there now', () => {
    const current = job({ workerAssigned: 'Ramesh', billedAmount: 500_000, carModel: 'City' }, 1000, [
      'workerAssigned',
      'billedAmount',
      'carModel',
    ]);
    const late = job({ workerAssigned: 'Suresh', billedAmount: 450_000, carModel: 'Jazz' }, 2000, [
      'workerAssigned',
      'billedAmount',
    ]);
    const { title, facts, isChange } = refusedFacts(late, current, habits);
    expect([title, isChange]).toEqual(['Change of job A1-0001', true]);
    const said = facts.map(({ label, before, value }) => `${label}: ${before} -> ${value}`);
    expect(said).toEqual(expect.arrayContaining(['Bill: ₹5,000 -> ₹4,500', 'Worker: Ramesh -> Suresh']));
  });

  it('says nothing of a change that is older than what stands there', () => {
    const current = job({ workerAssigned: 'Ramesh' }, 2000, ['workerAssigned']);
    const older = job({ workerAssigned: 'Suresh' }, 1000, ['workerAssigned']);
    expect(refusedFacts(older, current, habits)).toMatchObject({ isChange: true, facts: [] });
  });

  it('tells money as people say it', () => {
    const payment = body({
      _id: 'payment:1',
      type: 'payment',
      amount: 50_000,
      kind: 'partial',
      method: 'cash',
      note: 'At the gate',
    });
    const { title, facts, isChange } = refusedFacts(payment, undefined, habits);
    expect([title, isChange]).toEqual(['Payment · Cash', false]);
    expect(facts).toContainEqual({ key: 'note', label: 'Note', value: 'At the gate' });
  });

  // Kept bodies are what arrived on the wire, revisions and all.
  const wire = { _rev: '3-478f15', _revisions: { start: 3, ids: ['478f15', 'ab12'] } };

  it('does not take what the exchange adds for a change', () => {
    const current = job({ workerAssigned: 'Ramesh' }, 1000, ['workerAssigned']);
    const late = job({ workerAssigned: 'Suresh', ...wire }, 2000, ['workerAssigned']);
    const { facts } = refusedFacts(late, current, habits);
    expect(facts.map(({ key }) => key)).toEqual(['workerAssigned']);
  });

  it('reads a line of a timeline as it came on the wire', () => {
    const line = body({
      _id: 'jobEvent:1',
      type: 'jobEvent',
      jobId: 'job:1',
      desk: 'ravi',
      assigned: [],
      kind: 'moved',
      from: 'pending',
      to: 'in_progress',
      hlc: stamp(1000),
      ...wire,
    });
    expect(refusedFacts(line, undefined, habits).facts).toMatchObject([
      { key: 'event', value: expect.stringContaining('In work') as unknown },
    ]);
  });

  it('reads whatever a broken phone sent without failing', () => {
    const strange = [
      { type: 'job', vehicleNumber: 7, status: [], billedAmount: 1.5, customerName: { a: 1 } },
      { type: 'payment', amount: 'much', method: 'shells', note: 'x'.repeat(5000), receivedAt: 'soon' },
      { type: 'jobEvent', kind: 'moved' },
      { type: 'paymentDecision', verdict: 'maybe' },
      { type: 'nothing we know' },
      { type: 12 },
    ];
    for (const fields of strange) {
      const current = job({ carModel: 'City' }, 1, ['carModel']);
      for (const known of [undefined, current]) {
        const { title, facts } = refusedFacts(body(fields), known, habits);
        expect(title.length).toBeGreaterThan(0);
        for (const { value } of facts) expect(value.length).toBeLessThan(300);
      }
    }
  });
});
