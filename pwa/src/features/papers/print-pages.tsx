import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import type { MadePaper } from './make-paper.ts';
import { PaperPage } from './paper-page.tsx';

const mm = (points: number): string => `${((points * 25.4) / 72).toFixed(2)}mm`;

/**
 * The pages for the printer, beside the app and unseen until something is printed, whether by the button or by the
 * browser's own menu. A PDF in a frame would need a plug-in, which the content security policy refuses.
 */
export function PrintPages({ made: { laid, title } }: { readonly made: MadePaper }) {
  const { width, height, pages } = laid;
  useEffect(() => {
    // The one rule that knows the size of the paper; it cannot stand in a file.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { size: ${mm(width)} ${mm(height)}; margin: 0 }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [width, height]);
  return createPortal(
    <div className="print-pages" aria-hidden="true">
      {pages.map((marks, index) => (
        <PaperPage key={index} paper={laid} marks={marks} label={title} isToScale />
      ))}
    </div>,
    document.body,
  );
}
