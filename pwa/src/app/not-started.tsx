import { Button } from '#src/components/ui/button.tsx';
import { m } from '#src/words/compiled/messages.js';

/** `held`: by a tab that hangs. `blocked`: private windows, blocked site data, a full disk. `stale`: a file of the app could not be fetched. */
interface NotStartedProps {
  readonly trouble: 'blocked' | 'stale' | 'held';
}

const words = {
  blocked: { title: m.app_blocked_title, text: m.app_blocked_text },
  stale: { title: m.app_stale_title, text: m.app_stale_text },
  held: { title: m.app_held_title, text: m.app_held_text },
} as const;

/** The app cannot show who works here: the browser refuses its database, or a part of the app is missing. */
export function NotStarted({ trouble }: NotStartedProps) {
  const { title, text } = words[trouble];
  return (
    <main role="alert" className="mx-auto flex min-h-dvh max-w-xl flex-col items-start gap-4 px-4 py-12">
      <title>{title()}</title>
      <h1 className="text-screen">{title()}</h1>
      <p>{text()}</p>
      <Button onClick={() => location.reload()}>{m.app_open_again()}</Button>
    </main>
  );
}
