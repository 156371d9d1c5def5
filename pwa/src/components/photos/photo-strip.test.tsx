// @vitest-environment happy-dom
import type { AnyDocument } from '@revops/domain';
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { byName } from '#src/components/testing/by-name.ts';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { currentDevice } from '#src/data/account/current-device.ts';
import { reading } from '#src/data/database/open.ts';
import { serverDocument } from '#src/data/testing/phone.ts';
import type { DecodedPicture } from '#src/platform/picture-codec.ts';
import { PhotoStrip } from './photo-strip.tsx';

const codec = vi.hoisted(() => ({ decode: vi.fn<(file: Blob) => Promise<DecodedPicture | undefined>>() }));
// The browser's own decoder and canvas: a border that is not ours, and this DOM has none.
vi.mock('#src/platform/picture-codec.ts', () => ({ decodePicture: codec.decode }));

let screen: OpenScreen;
let seed = 0;

const jpeg = (size: number): Uint8Array<ArrayBuffer> => {
  seed += 1;
  const bytes = new Uint8Array(size).fill(seed);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
};

beforeEach(() => {
  codec.decode.mockImplementation(async (file) =>
    file.type === 'image/jpeg'
      ? {
          width: 4000,
          height: 3000,
          encode: async (width) => new Blob([jpeg(width)]),
          release: () => undefined,
        }
      : undefined,
  );
});
afterEach(async () => {
  await screen.close();
});

const job = {
  id: 'job:1',
  desk: 'meera',
  status: 'pending',
  plate: 'MH12AB1234',
} as const;
const card = serverDocument({
  _id: 'job:1',
  type: 'job',
  number: 'A1-0001',
  desk: 'meera',
  assigned: [],
  vehicleId: 'vehicle:1',
  customerId: 'customer:1',
  customerName: 'Raj Kumar',
  vehicleNumber: 'MH12AB1234',
  status: { value: 'pending', round: 0, hlc: '1' },
  stamps: {},
});
const elsewhere = serverDocument({
  _id: 'photo:1',
  type: 'photo',
  jobId: 'job:1',
  desk: 'meera',
  assigned: [],
  kind: 'after',
  sha256: 'a'.repeat(64),
  size: 1000,
  createdBy: 'imran',
  n: 4,
});

const open = async (documents: readonly AnyDocument[] = [card], role: 'own' | 'other' = 'own') => {
  screen = await openScreen(
    <PhotoStrip job={role === 'own' ? job : { ...job, desk: 'imran' }} />,
    {},
    documents,
  );
};

/** Gives the pictures to the field behind a button, as the gallery does. */
async function choose(...files: File[]): Promise<void> {
  const inputs = document.querySelectorAll<HTMLInputElement>('input[type=file]');
  const input = inputs[inputs.length - 1];
  if (input === undefined) throw new Error('nothing asks for pictures');
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

const picture = (name: string, type = 'image/jpeg'): File => new File([jpeg(100)], name, { type });
const stored = async () => {
  const { db } = currentDevice() ?? {};
  if (db === undefined) throw new Error('nobody is signed in');
  const rows = await reading(db, (tx) => tx.objectStore('rows').getAll());
  return rows.flatMap(({ doc }) => (doc?.type === 'photo' ? [doc] : []));
};

it('saves several pictures at once, small, with what they show, and says that they are only here', async () => {
  await open();
  await screen.says('No photos yet.');
  await screen.press('Add photos');
  await screen.press('Part');
  await choose(picture('a.jpg'), picture('b.jpg'));
  await screen.says(/Part On this phone , .* Part On this phone/);
  expect(await stored()).toHaveLength(2);
  for (const photo of await stored())
    expect(photo).toMatchObject({ kind: 'part', jobId: 'job:1', size: 1600 });
});

it('takes a picture of a car that just came in for one before the work', async () => {
  await open();
  await screen.press('Add photos');
  const chip = byName(document.body, 'button', 'Before');
  expect(chip.getAttribute('aria-pressed')).toBe('true');
  await screen.press('Close');
});

it('saves what it can read and says how many it cannot, and how many are saved', async () => {
  await open();
  await screen.press('Add photos');
  await choose(picture('a.jpg'), picture('b.heic', 'image/heic'));
  await screen.says('1 of 2 are saved. 1 picture cannot be read on this phone.');
  expect(await stored()).toHaveLength(1);
});

it('says why a picture that another phone took is not here, and asks again when told', async () => {
  await open([card, elsewhere]);
  await screen.press(/^After Not here yet/);
  await screen.says('the server cannot be reached');
  await screen.says('Not on this phone yet: it comes when you look at it.');
  expect(screen.asked).toHaveLength(1);
  await screen.press('Look again');
  await screen.says('the server cannot be reached');
  expect(screen.asked.map(({ call }) => call)).toEqual(
    Array.from({ length: 2 }, () => `GET /api/files/${'a'.repeat(64)}`),
  );
});

it('leads from picture to picture by buttons and keys', async () => {
  await open();
  await screen.press('Add photos');
  await choose(picture('a.jpg'), picture('b.jpg'), picture('c.jpg'));
  await screen.says(/(Before On this phone .*){3}/);
  const tile = document.querySelector<HTMLElement>('li button:has(img)');
  await act(async () => tile?.click());
  await screen.says('1 of 3');
  await screen.press('Next photo');
  await screen.says('2 of 3');
  const dialog = document.querySelector('dialog[aria-label="Photos of the job"]');
  await act(async () => {
    dialog?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  });
  await screen.says('3 of 3');
  await screen.press('Close');
  await screen.says('Add photos');
  expect(document.querySelector('dialog[open]')).toBeNull();
});

it('offers to compare only what was taken before with what was taken after', async () => {
  await open([card, elsewhere]);
  await screen.says('After');
  expect(screen.text()).not.toContain('Compare before and after');
  await screen.press('Add photos');
  await screen.press('Before');
  await choose(picture('a.jpg'));
  await screen.press('Compare before and after');
  await screen.says('Before and after');
  const slider = document.querySelector<HTMLInputElement>('input[type=range]');
  expect(slider?.getAttribute('aria-label')).toBe('How much of the picture before is shown');
  await screen.press('Close');
});
