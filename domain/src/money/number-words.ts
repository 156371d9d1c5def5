const ONES = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** How large numbers are counted: in lakhs and crores, or in thousands and millions. */
export type Counting = 'indian' | 'western';

type Scale = readonly [size: number, name: string];
const SCALES: Readonly<Record<Counting, readonly Scale[]>> = {
  indian: [
    [10_000_000, 'crore'],
    [100_000, 'lakh'],
    [1000, 'thousand'],
  ],
  western: [
    [1_000_000_000_000, 'trillion'],
    [1_000_000_000, 'billion'],
    [1_000_000, 'million'],
    [1000, 'thousand'],
  ],
};

/** A whole number from zero in English words; above the largest scale its own count is spelled out (nine lakh crore). */
export function numberWords(value: number, counting: Counting): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number: ${value}`);
  const scale = SCALES[counting].find(([size]) => value >= size);
  if (scale === undefined) return belowThousand(value);
  const [size, name] = scale;
  const rest = value % size;
  const head = `${numberWords(Math.floor(value / size), counting)} ${name}`;
  if (rest === 0) return head;
  return `${head} ${rest < 100 ? 'and ' : ''}${numberWords(rest, counting)}`;
}

function belowThousand(value: number): string {
  if (value < 100) return belowHundred(value);
  const head = `${ONES[Math.floor(value / 100)] ?? ''} hundred`;
  return value % 100 === 0 ? head : `${head} and ${belowHundred(value % 100)}`;
}

function belowHundred(value: number): string {
  if (value < 20) return ONES[value] ?? '';
  const tens = TENS[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10] ?? ''}`;
}
