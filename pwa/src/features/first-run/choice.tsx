import { ChevronRight, type LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { classNames } from '#src/components/ui/class-names.ts';

interface ChoiceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly to?: string;
  readonly onSelect?: () => void;
  /** The one fill of the screen. */
  readonly isMain?: boolean;
  readonly isBusy?: boolean;
}

/** One way in: a ruled row with what happens behind it. */
export function Choice({
  icon: Icon,
  title,
  text,
  to,
  onSelect,
  isMain = false,
  isBusy = false,
}: ChoiceProps) {
  const look = classNames(
    'fade flex min-h-20 w-full items-center gap-4 px-4 py-4 text-start -outline-offset-3 rail:px-6',
    isMain ? 'bg-carbon text-on-carbon active:bg-carbon-press' : 'active:bg-sunken desk:hover:bg-sunken',
  );
  const inside = (
    <>
      <Icon aria-hidden="true" className="size-6 shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block text-button">{title}</span>
        <span className={isMain ? 'block' : 'block text-ink-2'}>{text}</span>
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0" />
    </>
  );
  return (
    <li className="border-b border-rule">
      {to === undefined ? (
        <button type="button" className={look} onClick={onSelect} disabled={isBusy} aria-live="polite">
          {inside}
        </button>
      ) : (
        <Link to={to} className={look}>
          {inside}
        </Link>
      )}
    </li>
  );
}
