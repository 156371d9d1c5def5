import { CircleCheck } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import type { Brought, BroughtIn } from '#src/data/device-copy/bring-in.ts';
import { m } from '#src/words/compiled/messages.js';
import { refusalWord } from '#src/words/refusal-words.ts';
import { kindWords } from './kind-words.ts';

const results: readonly Brought[] = ['stored', 'known', 'refused'];
const resultWords: Readonly<Record<Brought, () => string>> = {
  stored: m.devices_bring_stored,
  known: m.devices_bring_known,
  refused: m.devices_bring_not,
};

type Counts = Readonly<Record<Brought, number>>;
const none: Counts = { stored: 0, known: 0, refused: 0 };

/** Kinds that share a name share a line. */
function linesOf({ documents, files }: BroughtIn): [string, Counts][] {
  const lines = new Map<string, Counts>();
  const add = (name: string, counts: Partial<Counts>): void => {
    const before = lines.get(name) ?? none;
    const sum = (result: Brought): number => before[result] + (counts[result] ?? 0);
    lines.set(name, { stored: sum('stored'), known: sum('known'), refused: sum('refused') });
  };
  for (const { type, result, count } of documents) add(kindWords(type), { [result]: count });
  if (files.stored + files.known + files.refused > 0) add(m.devices_kind_photo(), files);
  return [...lines];
}

/** What became of each kind; the second time all of it was here already. */
export function BroughtSummary({ brought }: { readonly brought: BroughtIn }) {
  const lines = linesOf(brought);
  const isAllKnown = brought.listed === 0 && lines.every(([, { stored, refused }]) => stored + refused === 0);
  return (
    <div className="flex flex-col gap-4">
      <output className="flex gap-3 bg-received-soft p-4 font-semibold text-received">
        <CircleCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
        {isAllKnown ? m.devices_bring_all_known() : m.devices_bring_done()}
      </output>
      {lines.length > 0 && <Table lines={lines} />}
      {brought.reasons.map((code) => (
        <p key={code} className="px-gutter font-semibold text-refused">
          {refusalWord(code)}
        </p>
      ))}
      {brought.listed > 0 && (
        <div className="flex flex-wrap items-center gap-3 px-gutter">
          <p className="min-w-0 flex-1 basis-56">{m.devices_bring_listed({ count: brought.listed })}</p>
          <ButtonLink to="/team/not-accepted">{m.devices_bring_see_list()}</ButtonLink>
        </div>
      )}
    </div>
  );
}

function Table({ lines }: { readonly lines: readonly [string, Counts][] }) {
  return (
    <table className="w-full border-y border-rule bg-surface tabular-nums">
      <thead>
        <tr className="border-b border-rule text-meta text-ink-2">
          <th scope="col" className="px-gutter py-2 text-start font-normal">
            {m.devices_bring_kind()}
          </th>
          {results.map((result) => (
            <th key={result} scope="col" className="py-2 pe-4 text-end font-normal">
              {resultWords[result]()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-rule">
        {lines.map(([name, counts]) => (
          <tr key={name}>
            <th scope="row" className="px-gutter py-3 text-start font-normal">
              {name}
            </th>
            {results.map((result) => (
              <td
                key={result}
                className={`py-3 pe-4 text-end ${result === 'refused' && counts.refused > 0 ? 'font-semibold text-refused' : ''}`}
              >
                {counts[result]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
