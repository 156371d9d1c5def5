const key = 'revops-used-here';

/** That a person's work was on this phone, beside the databases and without anything of the work itself. */
export interface UsedMark {
  readonly key: string;
  readonly name: string;
  readonly workshopName: string;
  readonly deviceCode: string;
  /** What only this phone had when it was last looked at. */
  readonly unsent: number;
  readonly at: string;
}

// By hand: it is read before the first screen, which does without the parser of everything else.
function isMark(value: unknown): value is UsedMark {
  if (typeof value !== 'object' || value === null) return false;
  const { unsent, ...texts } = value as Record<string, unknown>;
  const named = ['key', 'name', 'workshopName', 'deviceCode', 'at'];
  return typeof unsent === 'number' && named.every((field) => typeof texts[field] === 'string');
}

/**
 * What a browser deletes to make room it deletes whole: databases, files and the app's own copy. This little note
 * survives that in Chrome and Firefox; Safari deletes it too, seven days after the last visit.
 */
export function readMarkers(): UsedMark[] {
  try {
    const marks: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(marks) ? marks.filter(isMark) : [];
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
