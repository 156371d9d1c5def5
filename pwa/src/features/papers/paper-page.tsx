import type { LaidPaper, Mark, Stroke, TextMark } from '@revops/papers';

export interface PaperPageProps {
  readonly paper: LaidPaper;
  readonly marks: readonly Mark[];
  readonly label: string;
  /** In millimetres, for a printer; as wide as its place otherwise. */
  readonly isToScale?: boolean;
}

const mm = (points: number): string => `${((points * 25.4) / 72).toFixed(2)}mm`;

/** One page of a paper as a drawing: the same marks that the file is made of, and always black on white. */
export function PaperPage({ paper: { width, height }, marks, label, isToScale = false }: PaperPageProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      {...(isToScale && { width: mm(width), height: mm(height) })}
      className="paper-page"
    >
      <rect width={width} height={height} fill="#ffffff" />
      {marks.map((mark, index) => (
        <PaperMark key={index} mark={mark} />
      ))}
    </svg>
  );
}

const strokeOf = ({ width, color, dash }: Stroke) => ({
  stroke: color,
  strokeWidth: width,
  ...(dash && { strokeDasharray: dash.join(' ') }),
});

/** What the fonts of papers lack is drawn in the file with the phone's own letters, and here too. */
const letters = ({ painted, weight }: TextMark) =>
  painted
    ? { fontFamily: 'system-ui, "Noto Sans", sans-serif', fontWeight: weight === 'regular' ? 400 : 600 }
    : { fontFamily: `paper-${weight}, system-ui, sans-serif` };

function PaperMark({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case 'text':
      return (
        <text x={mark.x} y={mark.y} fontSize={mark.size} fill={mark.color} {...letters(mark)}>
          {mark.text}
        </text>
      );
    case 'line':
      return (
        <line x1={mark.from.x} y1={mark.from.y} x2={mark.to.x} y2={mark.to.y} {...strokeOf(mark.stroke)} />
      );
    case 'box':
      return (
        <rect
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          rx={mark.radius}
          fill={mark.fill ?? 'none'}
          {...(mark.stroke && strokeOf(mark.stroke))}
        />
      );
  }
}
