import { m } from '#src/words/compiled/messages.js';

/** What erasing does, before anybody is looked for: it cannot be tried out. */
export function WhatBecomes() {
  const facts = [
    [m.erase_goes(), m.erase_goes_text()],
    [m.erase_stays(), m.erase_stays_text()],
    [m.erase_look(), m.erase_look_text()],
  ];
  return (
    <dl className="divide-y divide-rule border-y border-rule bg-surface">
      {facts.map(([name, text]) => (
        <div key={name} className="px-gutter py-3">
          <dt className="text-strong">{name}</dt>
          <dd className="text-ink-2">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
