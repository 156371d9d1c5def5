import { m } from '#src/words/compiled/messages.js';
import type { MadePaper } from './make-paper.ts';
import { PaperPage } from './paper-page.tsx';

/** What will be shared or printed, page under page; a roll as narrow beside a sheet as it is. */
export function PaperPreview({ made: { laid, title } }: { readonly made: MadePaper }) {
  const isRoll = laid.width < 300;
  return (
    <div className={`mx-auto flex w-full flex-col gap-4 ${isRoll ? 'max-w-72' : 'max-w-xl'}`}>
      {laid.pages.map((marks, index) => (
        <div key={index} className="border border-rule">
          <PaperPage
            paper={laid}
            marks={marks}
            label={m.papers_page({ paper: title, page: index + 1, pages: laid.pages.length })}
          />
        </div>
      ))}
    </div>
  );
}
