import { setText } from '#src/lettering/set-text.ts';
import type { Party } from '#src/model/paper.ts';
import type { Column, Sheet, TextStyle } from '../sheet.ts';

export interface PartyLook {
  readonly name: TextStyle;
  readonly lines: TextStyle;
}

/** A name and how to reach it. A name of which nothing can be printed leaves its place to the next line. */
export function writeParty(sheet: Sheet, party: Party, look: PartyLook, column: Column): void {
  const printable = [party.name, ...party.lines].filter(
    (line) => setText(line, 'regular', sheet.lettering).text !== '',
  );
  const [first = '', ...rest] = printable;
  sheet.write(first, look.name, column);
  for (const line of rest) sheet.write(line, look.lines, column);
}
