import { createHmac, randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface ControlFile {
  readonly port: number;
  readonly token: string;
}

const pathIn = (dataDir: string): string => join(dataDir, 'control.json');

/** Only whoever may read the server's data may read it, and could as well read the data. */
export async function writeControlFile(dataDir: string, port: number): Promise<ControlFile> {
  const file = { port, token: randomBytes(32).toString('hex') };
  const path = pathIn(dataDir);
  await writeFile(`${path}.new`, JSON.stringify(file), { mode: 0o600 });
  await rename(`${path}.new`, path);
  return file;
}

/** Undefined where no server runs or ran. */
export async function readControlFile(dataDir: string): Promise<ControlFile | undefined> {
  try {
    return JSON.parse(await readFile(pathIn(dataDir), 'utf8')) as ControlFile;
  } catch {
    return undefined;
  }
}

export const removeControlFile = (dataDir: string): Promise<void> => rm(pathIn(dataDir), { force: true });

/** After a crash the port may be somebody else's: the server proves itself before it is told anything. */
export const proofOf = (token: string, nonce: string): string =>
  createHmac('sha256', token).update(`server ${nonce}`).digest('hex');
