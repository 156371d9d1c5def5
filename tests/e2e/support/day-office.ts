import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCsv } from './day-csv.ts';
import { sumsOf, type BookSums } from './day-workbook.ts';

// Commas, double quotes, UTF-8, from the first line on, cells as they are and not as they look, every sheet.
const asCells = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** What an office sees when it opens a workbook; undefined, with one line that says so, where there is no office. */
export function officeSums(workbook: Buffer): BookSums | undefined {
  if (spawnSync('soffice', ['--version']).error !== undefined) {
    process.stdout.write('soffice is not installed: opening the workbook with it is skipped\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'revops-office-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, Uint8Array.from(workbook));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const convert = ['--headless', '--convert-to', asCells, '--outdir', folder, file];
    execFileSync('soffice', [profile, ...convert], { stdio: 'ignore', timeout: 120_000 });
    const sheets = readdirSync(folder).flatMap((name) => /^book-(.+)\.csv$/.exec(name)?.[1] ?? []);
    return Object.fromEntries(
      sheets.map((sheet) => [
        sheet,
        sumsOf(sheet, readCsv(readFileSync(join(folder, `book-${sheet}.csv`), 'utf8'))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
