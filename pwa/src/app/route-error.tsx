import { useEffect, useState } from 'react';
import { useRouteError } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button, ButtonLink } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';
import { isMissingChunk } from './missing-chunk.ts';
import { paths } from './paths.ts';
import { newErrorCode, reportError } from './report-error.ts';

/** What stands in place of a screen that threw; everything around it goes on working. A missing file is no crash. */
export function RouteError() {
  const error = useRouteError();
  return isMissingChunk(error) ? <StaleScreen /> : <BrokenScreen error={error} />;
}

function BrokenScreen({ error }: { readonly error: unknown }) {
  const [code] = useState(newErrorCode);
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => reportError(error, code), [error, code]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(code);
    setIsCopied(true);
  };
  return (
    <>
      <TopBar title={m.app_broken_title()} />
      <div role="alert" className="px-gutter flex max-w-prose flex-col gap-4 py-6">
        <p>{m.app_broken_safe()}</p>
        <p className="flex flex-wrap items-center gap-3">
          <span className="text-ink-2">{m.app_broken_code()}</span>
          <code className="rounded-stamp border border-edge bg-surface px-3 py-1 text-title tracking-widest">
            {code}
          </code>
          <Button onClick={() => void copy()}>{isCopied ? m.app_copied() : m.app_copy()}</Button>
        </p>
      </div>
      <Ways />
    </>
  );
}

function StaleScreen() {
  return (
    <>
      <TopBar title={m.app_stale_title()} />
      <p className="px-gutter max-w-prose py-6">{m.app_stale_text()}</p>
      <Ways />
    </>
  );
}

function Ways() {
  return (
    <div className="px-gutter flex flex-wrap gap-3 pb-8">
      <Button onClick={() => location.reload()}>{m.app_open_again()}</Button>
      <ButtonLink to={paths.home}>{m.app_go_home()}</ButtonLink>
    </div>
  );
}
