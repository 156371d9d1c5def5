import { formatPlate, normalizePlate, plateShape, spellPlate, type PlateKind } from '@revops/domain';
import type { ClipboardEvent } from 'react';

export interface PlateProps {
  readonly plate: string;
  readonly kind?: PlateKind | undefined;
  readonly size?: 's' | 'm' | 'l';
}

/** A number plate in its real colours, spelled out for screen readers and copied without its spaces. */
export function Plate({ plate, kind = 'private', size = 's' }: PlateProps) {
  const stored = normalizePlate(plate);
  const text = formatPlate(plate);
  const copyWithoutSpaces = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', stored);
    event.preventDefault();
  };
  return (
    <span
      key={`${text} ${size}`}
      ref={plateShape(stored) === 'other' ? shrinkToFit : undefined}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- its letters stay text, to be selected and copied
      role="img"
      aria-label={spellPlate(plate)}
      className="plate"
      data-kind={kind}
      data-size={size}
      translate="no"
      onCopy={copyWithoutSpaces}
    >
      <span>{text}</span>
    </span>
  );
}

/** An unknown shape may be longer than the place for it: its letters shrink, they are never cut. */
function shrinkToFit(plaque: HTMLSpanElement | null): void {
  const letters = plaque?.firstElementChild;
  if (!plaque || !letters) return;
  const ratio = letters.clientWidth / letters.scrollWidth;
  if (ratio < 1) plaque.style.fontSize = `${Number.parseFloat(getComputedStyle(plaque).fontSize) * ratio}px`;
}
