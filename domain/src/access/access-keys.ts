/** Sorted and free of repeats, so that equal rights are equal bytes. */
export const sortedKeys = (keys: Iterable<string>): string[] => [...new Set(keys)].toSorted();

/** The key of a desk: the person whose jobs they are. */
export const deskKey = (userId: string): string => `desk:${userId}`;

/** The key of a technician. */
export const techKey = (userId: string): string => `tech:${userId}`;
