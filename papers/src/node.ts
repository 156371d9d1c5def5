import { readFile } from 'node:fs/promises';
import { letteringOf, type Lettering } from './lettering/lettering.ts';

const file = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(new URL(`../fonts/${name}.ttf`, import.meta.url)));

let known: Promise<Lettering> | undefined;

/** The fonts of papers from the disk, read once. No painter: what the fonts lack is left out. */
export async function diskLettering(): Promise<Lettering> {
  known ??= Promise.all([file('inter-regular'), file('inter-semibold'), file('plate')]).then(
    ([regular, semibold, plate]) => letteringOf({ regular, semibold, plate }),
  );
  return known;
}
