// Tries to install what reads papers and workbooks back in the tests besides their own libraries: pdftotext and soffice.
// Tests that miss one say that they are skipped, so this never fails and nobody waits long for it.
import { spawnSync } from 'node:child_process';
import { installPackages } from './lib/system-packages.mjs';

const packagesOf = { pdftotext: 'poppler-utils', soffice: 'libreoffice-calc-nogui' };
const missing = Object.keys(packagesOf).filter((name) => spawnSync(name, ['--help']).error !== undefined);

// One after the other: the large one takes a minute, and may take too long.
for (const name of missing) {
  console.log(`Installing ${name}, to read what the tests export …`);
  installPackages([packagesOf[name]], { fetchMs: 120_000 });
}
