import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { keyText } from '../archive/key-text.ts';
import { BackupError } from '../backup-error.ts';
import type { ScratchOptions, ScratchRestored } from './restore-scratch.ts';

export interface ChildTask {
  readonly path: string;
  readonly key: string;
  readonly folder: string;
}

export type ChildAnswer = { readonly restored: ScratchRestored } | { readonly words: string };

/** Behind everything that people wait for. */
const niceness = 10;

/** This file is compiled or not, and so is the other. */
const extension = import.meta.url.slice(import.meta.url.lastIndexOf('.'));
const script = fileURLToPath(new URL(`./restore-process${extension}`, import.meta.url));

/** As `restoreScratch`, in a process of its own: writing everything once more would make the phones wait. */
export function restoreInChild({ path, key, folder }: ScratchOptions): Promise<ScratchRestored> {
  // What the child needs comes as a message: its settings are visible to every user of the machine.
  const child = fork(script, { env: { PATH: process.env['PATH'] ?? '' } });
  if (child.pid !== undefined) lower(child.pid);
  return new Promise<ScratchRestored>((resolve, reject) => {
    child.once('message', (answer: ChildAnswer) => {
      if ('restored' in answer) resolve(answer.restored);
      else reject(new BackupError(answer.words));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the verification ended with ${code}`)));
    child.send({ path, key: keyText(key), folder } satisfies ChildTask);
  });
}

function lower(pid: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // Where that is not allowed it runs beside the others.
  }
}
