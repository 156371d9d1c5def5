import { expect, it } from 'vitest';
import { sampleJob, samplePayment, sampleSource } from '#src/testing/sample-source.ts';
import { receiptPaper } from './receipt-paper.ts';

it('says under the payment’s own number how much came from whom, how, and how sure it is', () => {
  const paper = receiptPaper(sampleSource(), samplePayment());
  expect(paper).toMatchObject({
    title: 'Receipt',
    number: 'A1 · 7',
    customer: { heading: 'Received from', name: 'Raj Kumar' },
    headline: {
      amount: '₹2,000.00',
      words: 'Two thousand rupees only',
      stamp: { state: 'waiting', word: 'Waiting for the owner' },
    },
    facts: [
      { label: 'Date', value: expect.stringMatching(/^20 Nov 2026, 2:10\spm$/) },
      { label: 'How', value: 'UPI · UTR 412345678901' },
      { label: 'Job', value: 'A1-0042' },
      { label: 'Taken by', value: 'Suresh Patil' },
    ],
    fileName: 'Receipt A1-7 MH12AB1234.pdf',
  });
  expect(paper.ledger?.heading).toMatch(/^Job A1-0042 as of 21 Nov 2026, 4:40\spm$/);
});

it('turns round where the money went back', () => {
  const paper = receiptPaper(sampleSource(), samplePayment({ kind: 'refund', amount: 5_00 }));
  expect(paper).toMatchObject({
    title: 'Refund',
    customer: { heading: 'Given back to' },
    headline: { amount: '₹5.00', words: 'Five rupees only' },
  });
});

it('invents no number for what the server wrote, and no name for a customer without one', () => {
  const job = sampleJob({ customerName: undefined });
  const paper = receiptPaper(sampleSource({ job }), samplePayment({ number: undefined, collectorName: '' }));
  expect(paper).toMatchObject({
    number: '',
    customer: { name: '+91 98765 43210', lines: [] },
    fileName: 'Receipt MH12AB1234.pdf',
  });
  expect(paper.facts.map(({ label }) => label)).toEqual(['Date', 'How', 'Job']);
});
