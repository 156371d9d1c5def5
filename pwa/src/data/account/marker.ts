import { z } from 'zod';

const key = 'revops-used-here';
/** The phone's own clock is good enough to say when; nobody counts by it. */
const markSchema = z.object({
  key: z.string(),
  name: z.string(),
  workshopName: z.string(),
  deviceCode: z.string(),
  /** What only this phone had when it was last looked at. */
  unsent: z.number(),
  at: z.string(),
});

/** That a person's work was on this phone, beside the databases and without anything of the work itself. */
export type UsedMark = z.infer<typeof markSchema>;

/**
 * What a browser deletes to make room it deletes whole: databases, files and the app's own copy. This little note
 * survives that in Chrome and Firefox; Safari deletes it too, seven days after the last visit.
 */
export function readMarkers(): UsedMark[] {
  try {
    const marks = z.array(z.unknown()).parse(JSON.parse(localStorage.getItem(key) ?? '[]'));
    return marks.flatMap((mark) => {
      const parsed = markSchema.safeParse(mark);
      return parsed.success ? [parsed.data] : [];
    });
  } catch {
    return [];
  }
}

function store(marks: readonly UsedMark[]): void {
  try {
    if (marks.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(marks));
  } catch {
    // Blocked or full: then an eviction is not noticed here, only by the owner's list of phones.
  }
}

export function setMarker(mark: UsedMark): void {
  store([...readMarkers().filter((one) => one.key !== mark.key), mark]);
}

/** The person left on purpose, or has read what happened. */
export const forgetMarker = (personKey: string): void =>
  store(readMarkers().filter((one) => one.key !== personKey));
