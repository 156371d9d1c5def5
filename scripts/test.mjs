// `npm test`: installs what it needs and passes every check and every test, in a real browser too.
// Each check counts as one; the last line is the sum of all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, requireNode, root } from './lib/bootstrap.mjs';
import { requireChromium } from './lib/chromium.mjs';

requireNode();
install();
const chromium = requireChromium();
const scratch = mkdtempSync(join(tmpdir(), 'revops-test-'));
const env = { ...process.env, CHROMIUM_PATH: chromium };
const totals = { passed: 0, failed: 0 };

const execute = (args) =>
  spawnSync('npm', ['run', '--silent', ...args], { cwd: root, stdio: 'inherit', env }).status === 0;

function check(name) {
  console.log(`\n── ${name}`);
  const passed = execute([name]);
  totals[passed ? 'passed' : 'failed'] += 1;
  return passed;
}

function suite(name) {
  console.log(`\n── ${name}`);
  const report = join(scratch, `${name.replace(':', '-')}.json`);
  const passed = execute([
    name,
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = readReport(report);
  totals.passed += counts.passed;
  totals.failed += Math.max(counts.failed, passed ? 0 : 1);
}

function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

check('typecheck');
check('format:check');
check('lint');
check('knip');
suite('test:unit');
if (check('build') && check('build:kit')) suite('test:e2e');

rmSync(scratch, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
