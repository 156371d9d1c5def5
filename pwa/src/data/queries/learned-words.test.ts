import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { opening, testPhone } from '../testing/phone.ts';
import { learnedWords } from './learned-words.ts';

test('what is written most often stands first; a note only when it came twice', async () => {
  const phone = await testPhone();
  const cards = [
    { partsRequired: 'Oil filter, brake pads', workerAssigned: 'Salim', internalNotes: 'Call before 6' },
    {
      partsRequired: 'oil filter\nClutch plate',
      workerAssigned: 'Salim, Imran',
      internalNotes: 'Scratch on the left door',
    },
    { partsRequired: 'Oil filter; x', internalNotes: 'Call before 6' },
    {},
  ];
  for (const [index, card] of cards.entries()) {
    phone.clock += 60_000;
    await phone.save(opening({ plate: `MH12AB100${index}`, ...card }));
  }
  const { parts, workers, notes } = await reading(phone.db, learnedWords);
  expect(parts[0]?.toLowerCase()).toBe('oil filter');
  expect(parts.map((part) => part.toLowerCase()).toSorted()).toEqual([
    'brake pads',
    'clutch plate',
    'oil filter',
  ]);
  expect(workers).toEqual(['Salim', 'Imran']);
  expect(notes).toEqual(['Call before 6']);
});

test('a long sentence was written for one car and is no chip', async () => {
  const phone = await testPhone();
  await phone.save(opening({ partsRequired: 'The customer brings the part himself on Monday morning' }));
  expect((await reading(phone.db, learnedWords)).parts).toEqual([]);
});
