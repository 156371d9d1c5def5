import { useEffect } from 'react';

/** A4 while a report is on screen; the rule cannot stand in a file, because papers have sizes of their own. */
export function usePaperSize(): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A4; margin: 14mm 12mm }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, []);
}
