import { money } from '@revops/domain';
import { expect, it } from 'vitest';
import { jobCardPaper } from '#src/model/job-card-paper.ts';
import { receiptPaper } from '#src/model/receipt-paper.ts';
import { diskLettering } from '#src/node.ts';
import { sampleJob, samplePayment, sampleSource } from '#src/testing/sample-source.ts';
import { layOut } from './lay-out.ts';

const lettering = await diskLettering();
/** Long names, as large workshops and their customers have them. */
const source = sampleSource({
  workshop: {
    ...sampleSource().workshop,
    name: 'Sri Venkateswara Automobile Engineering Works and Service Station',
  },
  job: sampleJob({
    customerName: 'Thiruvananthapuram Venkatasubramanian Krishnamoorthy Iyer and Sons Private Limited',
    address: 'Plot 42, 3rd Cross, Jayanagar Industrial Estate, Bengaluru 560041',
    carModel: 'Mahindra Scorpio-N Z8L Diesel 4x4 Automatic 7-Seater',
    workDescription: 'Piston rings\nBrake pads\nWheel alignment\nGaskets',
    partsRequired: 'Timing belt kit',
    billedAmount: money(12_34_567_50),
  }),
  received: { waiting: 2_00_000_00, confirmed: 5_50_000_25, waived: 10_000_00 },
});

it.each([
  ['a job card on A4', 'a4', jobCardPaper(source)],
  ['a receipt on A5', 'a5', receiptPaper(source, samplePayment())],
] as const)('%s has room for the signatures below, not on a page of their own', (_what, size, paper) => {
  expect(layOut(paper, size, lettering).pages).toHaveLength(1);
});
