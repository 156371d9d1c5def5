import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

/** `blocked`: private windows, blocked site data, a full disk. `stale`: a file of the app could not be fetched. */
interface NotStartedProps {
  readonly trouble: 'blocked' | 'stale';
}

/** The app cannot show who works here: the browser refuses its database, or a part of the app is missing. */
export function NotStarted({ trouble }: NotStartedProps) {
  const title = trouble === 'blocked' ? m.app_blocked_title() : m.app_stale_title();
  return (
    <main role="alert" className="mx-auto flex min-h-dvh max-w-xl flex-col items-start gap-4 px-4 py-12">
      <title>{title}</title>
      <h1 className="text-screen">{title}</h1>
      <p>{trouble === 'blocked' ? m.app_blocked_text() : m.app_stale_text()}</p>
      <Button onClick={() => location.reload()}>{m.app_open_again()}</Button>
    </main>
  );
}
