import type { Job } from '@revops/domain';
import { words } from '#src/words/en.ts';
import type { Section } from './paper.ts';

/** What is done to the car. Notes for the workshop stay in the workshop: no paper carries them. */
export function jobSections(job: Pick<Job, 'workDescription' | 'partsRequired'>): Section[] {
  return [section(words.work, job.workDescription), section(words.parts, job.partsRequired)].flat();
}

function section(heading: string, text: string | undefined): Section[] {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length === 0 ? [] : [{ heading, lines }];
}
