import { money } from '@revops/domain';
import { describe, expect, it } from 'vitest';
import { sampleJob, samplePayment, sampleSource } from '#src/testing/sample-source.ts';
import { billPaper } from './bill-paper.ts';

const rowsOf = ({ ledger }: ReturnType<typeof billPaper>) =>
  [...(ledger?.lines ?? []), ...(ledger?.total ? [ledger.total] : [])].map((line) => [
    line.label,
    line.amount,
  ]);
const withoutBill: object = { billedAmount: undefined };

describe('the ledger of a bill', () => {
  it('has what the job screen has: bill, received by how sure it is, still to collect', () => {
    expect(rowsOf(billPaper(sampleSource()))).toEqual([
      ['Bill', '₹5,000.00'],
      ['Received, confirmed', '−₹1,000.00'],
      ['Received, waiting', '−₹2,000.00'],
      ['Still to collect', '₹2,000.00'],
    ]);
  });

  it('names only what came in, and says what has to go back', () => {
    expect(rowsOf(billPaper(sampleSource({ received: { waiting: 0, confirmed: 0, waived: 0 } })))).toEqual([
      ['Bill', '₹5,000.00'],
      ['Still to collect', '₹5,000.00'],
    ]);
    expect(
      rowsOf(billPaper(sampleSource({ received: { waiting: 0, confirmed: 5_200_50, waived: 0 } }))).at(-1),
    ).toEqual(['To give back', '₹200.50']);
  });

  it('shows what was let off, and never more of it than was billed', () => {
    const received = { waiting: 0, confirmed: 1_000_00, waived: 300_00 };
    expect(rowsOf(billPaper(sampleSource({ received })))).toEqual([
      ['Bill', '₹5,000.00'],
      ['Discount', '−₹300.00'],
      ['Received, confirmed', '−₹1,000.00'],
      ['Still to collect', '₹3,700.00'],
    ]);
    const more = billPaper(sampleSource({ received: { ...received, confirmed: 0, waived: 9_999_00 } }));
    expect(rowsOf(more).slice(1)).toEqual([
      ['Discount', '−₹5,000.00'],
      ['Still to collect', '₹0.00'],
    ]);
  });

  it('calls an amount that nobody billed an estimate until the work is over', () => {
    const job = sampleJob({ ...withoutBill, estimatedAmount: money(4_000_00) });
    const open = sampleJob({ ...job, status: { value: 'in_progress', round: 0, hlc: job.status.hlc } });
    expect(billPaper(sampleSource({ job: open }))).toMatchObject({
      title: 'Estimate',
      fileName: 'Estimate A1-0042 MH12AB1234.pdf',
      words: { label: 'Estimate in words', value: 'Four thousand rupees only' },
    });
    expect(rowsOf(billPaper(sampleSource({ job: open })))[0]).toEqual(['Estimate', '₹4,000.00']);
    expect(billPaper(sampleSource({ job })).title).toBe('Bill');
  });

  it('invents no amount where none is set', () => {
    const job = sampleJob(withoutBill);
    expect(billPaper(sampleSource({ job })).ledger).toMatchObject({
      note: 'No amount is set yet.',
      lines: [
        { label: 'Received, confirmed', amount: '₹1,000.00' },
        { label: 'Received, waiting', amount: '₹2,000.00' },
      ],
      total: { label: 'Received so far', amount: '₹3,000.00' },
    });
    const unpaid = billPaper(sampleSource({ job, received: { waiting: 0, confirmed: 0, waived: 0 } }));
    expect(unpaid.ledger).toMatchObject({ lines: [], total: undefined });
    expect(unpaid.words).toBeUndefined();
  });

  it('bills nothing for a cancelled job and says that it was', () => {
    const job = sampleJob({ status: { ...sampleJob().status, value: 'cancelled' } });
    const paper = billPaper(sampleSource({ job }));
    expect(paper.struck).toBe('Cancelled');
    expect(rowsOf(paper)).toMatchObject([['Bill', '₹0.00'], {}, {}, ['To give back', '₹3,000.00']]);
  });
});

describe('a bill', () => {
  it('lists the payments that count, oldest first, under their own numbers', () => {
    const struck = (['rejected', 'cancelled', 'clash'] as const).map((state, index) =>
      samplePayment({ id: `payment:x${index}`, number: `A1 · ${90 + index}`, state }),
    );
    const refund = samplePayment({ kind: 'refund', number: undefined, amount: 50_00, utr: undefined });
    const source = sampleSource();
    const { payments } = billPaper({ ...source, payments: [...source.payments, ...struck, refund] });
    expect(payments.map(({ number, title, state, amount }) => [number, title, state, amount])).toEqual([
      ['A1 · 6', '18 Nov 2026 · Advance · Cash', 'Confirmed', '₹1,000.00'],
      ['A1 · 7', '20 Nov 2026 · UPI · UTR 412345678901', 'Waiting for the owner', '₹2,000.00'],
      ['', '20 Nov 2026 · Refund · UPI', 'Waiting for the owner', '−₹50.00'],
    ]);
  });

  it('is no tax invoice and says so', () => {
    const paper = billPaper(sampleSource());
    expect(paper.notes).toContain('Not a tax invoice.');
    const said = JSON.stringify({ ...paper, notes: [] });
    expect(said).not.toMatch(/invoice|CGST|SGST|IGST|HSN|SAC|place of supply|B00/i);
    expect(paper.numberLine).toBe('Job A1-0042');
  });

  it('keeps the notes for the workshop in the workshop', () => {
    const job = sampleJob({ internalNotes: 'Argues about every rupee' });
    expect(JSON.stringify(billPaper(sampleSource({ job })))).not.toContain('Argues');
  });

  it('writes amounts and days by the habits of the workshop, in Latin digits', () => {
    const { workshop } = sampleSource();
    const hindi = billPaper(sampleSource({ workshop: { ...workshop, locale: 'hi-IN' } }));
    expect(hindi).toEqual(billPaper(sampleSource()));
    const nepali = billPaper(sampleSource({ workshop: { ...workshop, locale: 'mr-IN' } }));
    expect(nepali.ledger?.total?.amount).toBe('₹2,000.00');
    const malawi = { ...workshop, locale: 'ny-MW', currency: 'MWK', timeZone: 'Africa/Blantyre' };
    const paper = billPaper(sampleSource({ workshop: malawi }));
    expect(paper.words?.value).toBe('Five thousand kwacha only');
    expect(paper.ledger?.total?.amount).toMatch(/^(MK|K)\s?2,000\.00$/);
  });
});
