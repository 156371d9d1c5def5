export interface CountBadgeProps {
  readonly count: number | undefined;
}

export function CountBadge({ count }: CountBadgeProps) {
  if (count === undefined || count === 0) return null;
  return (
    <span className="inline-flex min-w-6 whitespace-nowrap items-center justify-center rounded-full bg-waiting-soft px-1.5 text-meta font-bold text-waiting">
      {count}
    </span>
  );
}
