import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Edit } from './mutation.ts';

/** The mutated text; throws where the sources have changed, so that no mutation survives by having gone stale. */
export async function mutated(root: string, { file, from, to }: Edit): Promise<string> {
  const text = await readFile(join(root, file), 'utf8');
  const places = text.split(from).length - 1;
  if (places === 0)
    throw new Error(`${file} has changed: the text that is mutated there is gone. It was: ${from.trim()}`);
  if (places > 1) throw new Error(`${file} has this text ${places} times, not once: ${from.trim()}`);
  return text.replace(from, () => to);
}

/** @returns what takes it back. */
export async function applyEdit(root: string, edit: Edit): Promise<() => Promise<void>> {
  const path = join(root, edit.file);
  const before = await readFile(path, 'utf8');
  await writeFile(path, await mutated(root, edit));
  return () => writeFile(path, before);
}
