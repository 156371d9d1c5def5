import { z } from 'zod';

/** Cash counted piece by piece: how many of each denomination, in major units. */
export const notesSchema = z.record(z.string().regex(/^[1-9][0-9]{0,6}$/), z.int().min(0).max(1_000_000));
