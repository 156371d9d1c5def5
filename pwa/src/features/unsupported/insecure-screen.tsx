import { m } from '#src/words/compiled/messages.js';

/**
 * Over plain http from another machine the browser withholds what keeps data safe: the offline worker, locks, lasting
 * storage. Going on would only look as if it worked.
 */
export function InsecureScreen() {
  const { host, pathname, hash } = location;
  const secure = `https://${host}${pathname}${hash}`;
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col gap-4 px-4 py-12">
      <title>{m.app_insecure_title()}</title>
      <h1 className="text-screen">{m.app_insecure_title()}</h1>
      <p>{m.app_insecure_why({ address: `http://${host}` })}</p>
      <h2 className="pt-2 text-title">{m.app_insecure_how()}</h2>
      <ul className="flex list-disc flex-col gap-2 ps-5">
        <li>
          {m.app_insecure_https()}{' '}
          <a href={secure} className="font-semibold text-carbon underline underline-offset-4">
            {secure}
          </a>
        </li>
        <li>{m.app_insecure_same_machine({ port: location.port === '' ? '' : `:${location.port}` })}</li>
        <li>{m.app_insecure_ask()}</li>
      </ul>
    </main>
  );
}
