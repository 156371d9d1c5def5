/** The sizes that a paper comes in: two sheets and the two rolls of thermal printers. */
export const paperSizes = ['a4', 'a5', 'roll80', 'roll58'] as const;
export type PaperSize = (typeof paperSizes)[number];

const mm = (length: number): number => (length * 72) / 25.4;

/** What a size decides: how large its letters are and how much room there is. */
export interface Look {
  readonly width: number;
  /** A roll is as long as what stands on it. */
  readonly height: number | undefined;
  readonly margin: number;
  readonly meta: number;
  readonly body: number;
  readonly strong: number;
  readonly name: number;
  readonly title: number;
  readonly money: number;
  readonly plate: number;
  /** Between blocks. */
  readonly gap: number;
  readonly colors: Colors;
}

export interface Colors {
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly rule: string;
  readonly received: string;
  readonly waiting: string;
  readonly refused: string;
}

/** The inks of the app's light theme, each 7:1 on white. */
const inks: Colors = {
  ink: '#0E131A',
  soft: '#3B4552',
  faint: '#4F5A69',
  rule: '#C7CDD6',
  received: '#08532A',
  waiting: '#644000',
  refused: '#8F1111',
};

/** A thermal head is hot or cold: grey is dots, and dots are unreadable at this size. */
const black: Colors = {
  ink: '#000000',
  soft: '#000000',
  faint: '#000000',
  rule: '#000000',
  received: '#000000',
  waiting: '#000000',
  refused: '#000000',
};

/** Printers of 80 and 58 mm print 72 and 48 mm of it. */
export const looks: Readonly<Record<PaperSize, Look>> = {
  a4: {
    width: mm(210),
    height: mm(297),
    margin: mm(17),
    meta: 8.5,
    body: 10,
    strong: 11,
    name: 18,
    title: 18,
    money: 26,
    plate: 24,
    gap: 22,
    colors: inks,
  },
  a5: {
    width: mm(148),
    height: mm(210),
    margin: mm(11),
    meta: 7.5,
    body: 8.5,
    strong: 9.5,
    name: 14,
    title: 14,
    money: 20,
    plate: 19,
    gap: 15,
    colors: inks,
  },
  roll80: {
    width: mm(80),
    height: undefined,
    margin: mm(4),
    meta: 8,
    body: 9,
    strong: 10,
    name: 13,
    title: 12,
    money: 18,
    plate: 22,
    gap: 11,
    colors: black,
  },
  roll58: {
    width: mm(58),
    height: undefined,
    margin: mm(5),
    meta: 7.5,
    body: 8,
    strong: 9,
    name: 11.5,
    title: 11,
    money: 15,
    plate: 19,
    gap: 10,
    colors: black,
  },
};
