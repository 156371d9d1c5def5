// The zeros of the scripts that phones and formatters in our countries write; their nine other digits follow each.
const ZEROS = Array.from('٠۰०০੦૦୦௦౦೦൦０', (zero) => zero.codePointAt(0) ?? 0);

/** A text with the decimal digits of other scripts (Devanagari, Arabic, full width …) as ASCII digits. */
export function asciiDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => point >= start && point <= start + 9);
    return zero === undefined ? digit : String(point - zero);
  });
}
