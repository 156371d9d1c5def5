import { money } from '@revops/domain';
import { expect, it } from 'vitest';
import { sampleJob, sampleSource } from '#src/testing/sample-source.ts';
import { jobCardPaper } from './job-card-paper.ts';

it('carries what was agreed with the customer, and nothing that is only for the workshop', () => {
  const job = sampleJob({
    billedAmount: undefined,
    estimatedAmount: money(4_500_50),
    partsRequired: 'Brake pads',
    workerAssigned: 'Anil',
    address: 'Baner\nPune',
    internalNotes: 'Argues about every rupee',
    status: { value: 'pending', round: 0, hlc: sampleJob().status.hlc },
  } as never);
  const paper = jobCardPaper(sampleSource({ job, received: { waiting: 0, confirmed: 500_00, waived: 0 } }));
  expect(paper).toMatchObject({
    title: 'Job card',
    number: 'A1-0042',
    plate: { text: 'MH12AB1234', kind: 'private' },
    vehicle: ['Honda City', '45,210 km'],
    customer: { name: 'Raj Kumar', lines: ['+91 98765 43210', 'Baner', 'Pune'] },
    sections: [
      { heading: 'Work', lines: ['Engine oil change', 'Front brake pads', 'Wheel alignment'] },
      { heading: 'Parts', lines: ['Brake pads'] },
    ],
    ledger: {
      lines: [
        { label: 'Estimate', amount: '₹4,500.50' },
        { label: 'Received, confirmed', amount: '−₹500.00' },
      ],
      total: { label: 'Still to collect', amount: '₹4,000.50' },
    },
    signatures: ['Customer’s signature', 'For Verma Motors'],
    notes: [],
    fileName: 'Job card A1-0042 MH12AB1234.pdf',
  });
  expect(paper.facts.map(({ label }) => label)).toEqual(['Came in', 'Promised', 'Worker', 'Printed']);
  expect(JSON.stringify(paper)).not.toContain('Argues');
});
