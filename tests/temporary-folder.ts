import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Everything that a run writes beside the repository stands in one folder, which goes with it: hundreds of tests make
// databases, and a failed or killed one cannot tidy up.
const before = process.env['TMPDIR'];
let folder = '';

/** Runs before the first test file is started; the processes of the tests inherit the folder. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'revops-tests-'));
  process.env['TMPDIR'] = folder;
}

export function teardown(): void {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
