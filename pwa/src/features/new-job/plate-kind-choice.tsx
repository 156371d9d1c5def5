import { plateKindSchema, type PlateKind } from '@revops/domain';
import { Palette } from 'lucide-react';
import { useState } from 'react';
import { Chip } from '#src/components/ui/chip.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

export interface PlateKindChoiceProps {
  readonly value: PlateKind;
  readonly onChange: (kind: PlateKind) => void;
}

const words: Readonly<Record<PlateKind, () => string>> = {
  private: () => m.newjob_kind_private(),
  commercial: () => m.newjob_kind_commercial(),
  electric: () => m.newjob_kind_electric(),
  electric_commercial: () => m.newjob_kind_electric_commercial(),
  rental: () => m.newjob_kind_rental(),
  temporary: () => m.newjob_kind_temporary(),
};

/** The colour of the plate: white unless somebody taps, never asked. */
export function PlateKindChoice({ value, onChange }: PlateKindChoiceProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen) {
    return (
      <div className="-mx-4 -my-2">
        <Button variant="text" icon={Palette} onClick={() => setIsOpen(true)}>
          {m.newjob_kind()}: {words[value]()}
        </Button>
      </div>
    );
  }
  return (
    <fieldset aria-label={m.newjob_kind()} className="flex min-w-0 flex-wrap gap-2">
      {plateKindSchema.options.map((kind) => (
        <Chip
          key={kind}
          selected={kind === value}
          onSelect={() => {
            onChange(kind);
            setIsOpen(false);
          }}
        >
          {words[kind]()}
        </Chip>
      ))}
    </fieldset>
  );
}
