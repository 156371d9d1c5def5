import type { Location } from 'react-router';

/** Every address that a page is opened with has the same key: each remembers its own place on the page, not the last one's. */
export const scrollKey = ({ key, pathname }: Location): string => (key === 'default' ? pathname : key);
