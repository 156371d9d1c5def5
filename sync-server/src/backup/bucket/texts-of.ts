const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The texts of one kind of element in an answer of S3, whose answers are flat and without comments. */
export function textsOf(xml: string, element: string): readonly string[] {
  const found = xml.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'));
  return Array.from(found, ([, text = '']) =>
    text.replace(/&([a-z]+);/g, (all, name: string) => entities[name] ?? all),
  );
}
