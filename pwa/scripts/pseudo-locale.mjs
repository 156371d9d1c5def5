// A pseudo-locale shows what breaks when words grow: every letter gets an accent, every text about 40 % more length.
const accents = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', c: 'ç', n: 'ñ', s: 'š', y: 'ý', z: 'ž' };

const accentuate = (text) => text.replaceAll(/[aeioucnsyz]/g, (letter) => accents[letter]);

/** Doubles vowels from the front until the text is 40 % longer, so that it still breaks where words break. */
function lengthen(text) {
  let missing = Math.ceil((text.match(/\p{L}/gu)?.length ?? 0) * 0.4);
  const doubled = text.replaceAll(/[aeiou]/gi, (vowel) =>
    missing-- > 0 ? vowel + vowel.toLowerCase() : vowel,
  );
  return missing > 0 ? doubled + 'o'.repeat(missing) : doubled;
}

/** Placeholders such as {count} pass untouched. */
function pseudoText(text) {
  const parts = text.split(/(\{[^}]*\})/);
  return parts.map((part) => (part.startsWith('{') ? part : accentuate(lengthen(part)))).join('');
}

function pseudoMessage(message) {
  if (typeof message === 'string') return pseudoText(message);
  return message.map((variant) => ({
    ...variant,
    match: Object.fromEntries(Object.entries(variant.match).map(([when, text]) => [when, pseudoText(text)])),
  }));
}

export function pseudoLocale(messages) {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => [
      key,
      key.startsWith('$') ? message : pseudoMessage(message),
    ]),
  );
}
