import type { FontFiles } from '@revops/papers';
import plateAddress from '@revops/papers/fonts/plate.ttf?url';
import regularAddress from '@revops/papers/fonts/inter-regular.ttf?url';
import semiboldAddress from '@revops/papers/fonts/inter-semibold.ttf?url';

let known: Promise<FontFiles> | undefined;

/** The letters of papers, fetched once; a fetch that failed is tried again with the next paper. */
export async function paperFonts(): Promise<FontFiles> {
  known ??= fetchAll();
  try {
    return await known;
  } catch (error) {
    known = undefined;
    throw error;
  }
}

async function fetchAll(): Promise<FontFiles> {
  const [regular, semibold, plate] = await Promise.all(
    [regularAddress, semiboldAddress, plateAddress].map(fetchFont),
  );
  if (!regular || !semibold || !plate) throw new TypeError('Failed to fetch the fonts');
  const files = { regular, semibold, plate };
  await Promise.all(Object.entries(files).map(([weight, bytes]) => show(`paper-${weight}`, bytes)));
  return files;
}

async function fetchFont(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, {});
  // As the browser itself says it when there is no signal.
  if (!answer.ok) throw new TypeError(`Failed to fetch ${address}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The preview is drawn with the very letters of the file. */
async function show(family: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  if (typeof FontFace === 'undefined') return;
  document.fonts.add(await new FontFace(family, bytes).load());
}
