import { cashInstant, cashPeople, type AnyDocument } from '@revops/domain';
import { inverted } from './projection.ts';

/** The cash statement of a person, newest first. */
export const cashList = (person: string): string => `cashMove|${person}|`;

/** The cash statements in which an entry stands, whatever became of it. */
export const cashLists = (document: AnyDocument): string[] =>
  cashPeople(document).map((person) => `${cashList(person)}${inverted(cashInstant(document))}`);
