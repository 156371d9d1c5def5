import { Button } from '#src/components/ui/button.tsx';
import { formatTime } from '#src/components/ui/format-time.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';

interface DraftLineProps {
  readonly savedAt: string;
  readonly onDiscard: () => void;
}

/** Says that what stands in a form was typed before, and when. */
export function DraftLine({ savedAt, onDiscard }: DraftLineProps) {
  const formats = useFormats();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 bg-carbon-soft ps-4 text-carbon">
      <output className="py-2 font-semibold">
        {m.ui_draft_from({ time: formatTime(savedAt, formats) })}
      </output>
      <Button variant="text" onClick={onDiscard}>
        {m.ui_draft_discard()}
      </Button>
    </div>
  );
}
