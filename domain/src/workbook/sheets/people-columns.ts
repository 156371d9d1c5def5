import type { Dashboard } from '#src/contract/analytics.ts';
import type { Column } from '../column.ts';

/** One person's figures. */
export type PersonRow = Dashboard['managers'][number] & {
  readonly role: string | undefined;
  readonly active: boolean;
};
/** A phone whose entries the figures may lack. */
export type PhoneRow = Dashboard['devices'][number] & { readonly asOf: string };

const roles: Readonly<Record<string, string>> = { owner: 'Owner', manager: 'Manager' };

export const peopleColumns: readonly Column<PersonRow>[] = [
  { title: 'Name', width: 20, kind: 'text', of: ({ name }) => name },
  { title: 'Role', width: 10, kind: 'text', of: ({ role = '' }) => roles[role] },
  { title: 'Here', width: 8, kind: 'text', of: ({ active }) => (active ? 'Yes' : 'No') },
  { title: 'Jobs', width: 8, kind: 'count', of: ({ jobs }) => jobs },
  { title: 'Revenue', width: 14, kind: 'money', of: ({ revenue }) => revenue },
  { title: 'Received', width: 14, kind: 'money', of: ({ received }) => received },
  { title: 'Cash in hand', width: 14, kind: 'money', of: ({ cashInHand }) => cashInHand },
];

/** What the other sheets may lack: entries that are still on a phone. */
export const phoneColumns: readonly Column<PhoneRow>[] = [
  { title: 'As of', width: 17, kind: 'instant', of: ({ asOf }) => asOf },
  { title: 'Phone', width: 8, kind: 'text', of: ({ code }) => code },
  { title: 'Person', width: 20, kind: 'text', of: ({ name }) => name },
  { title: 'Last heard', width: 17, kind: 'instant', of: ({ lastHeard }) => lastHeard },
  { title: 'Entries missing', width: 15, kind: 'count', of: ({ missing = 0 }) => missing },
];
