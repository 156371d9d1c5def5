const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const browsers: readonly (readonly [RegExp, string])[] = [
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Edg/, 'Edge'],
  [/OPR/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const match = (agent: string, table: readonly (readonly [RegExp, string])[]): string | undefined =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** How a device is named in lists: what it calls itself, else browser and system. */
export function labelOf(given: string | undefined, agent: string | undefined): string {
  const own = given?.replaceAll(/[^\p{L}\p{N} .,'()_-]/gu, '').trim();
  if (own) return own.slice(0, 80);
  const parts = [match(agent ?? '', browsers), match(agent ?? '', systems)].filter(
    (part) => part !== undefined,
  );
  return parts.length > 0 ? parts.join(' · ') : 'Unknown device';
}
