import type { PersonView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** A name, and that it is one's own. */
export const youWord = ({ id, name }: Pick<PersonView, 'id' | 'name'>, userId: string): string =>
  id === userId ? m.job_desk_you({ name }) : name;
