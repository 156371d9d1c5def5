/** The list in which rows stand that a newer app has written, and that this one neither shows nor counts. */
export const NEWER_LIST = 'newer|';
