import { expect, test } from 'vitest';
import { HttpError, NoAnswerError, SignedOutError } from './failures.ts';
import { createSession } from './session.ts';

const answerFor = (userId: string, workshopId = 'w1') => ({
  accessToken: `token of ${userId}`,
  expiresIn: 900,
  user: { id: userId, name: 'A', email: 'a@b.in', phone: '', role: 'manager', emailVerified: false },
  workshop: { id: workshopId, name: 'W' },
});

function setUp(answers: readonly (() => Response)[]) {
  let calls = 0;
  let clock = 0;
  const session = createSession({
    fetch: () => Promise.resolve((answers[calls++] ?? answers.at(-1) ?? (() => Response.error()))()),
    baseUrl: '',
    workshopId: 'w1',
    userId: 'asha',
    now: () => clock,
  });
  return { session, calls: () => calls, pass: (ms: number) => (clock += ms) };
}

test('keeps a token until shortly before its end and renews it then, once for all who ask', async () => {
  const { session, calls, pass } = setUp([() => Response.json(answerFor('asha'))]);
  await Promise.all([session.accessToken(), session.accessToken()]);
  expect(calls()).toBe(1);
  pass(830_000);
  expect(await session.accessToken()).toBe('token of asha');
  expect(calls()).toBe(1);
  pass(15_000);
  await session.accessToken();
  expect(calls()).toBe(2);
});

test('never takes the token of another person who signed in on this phone since', async () => {
  await expect(setUp([() => Response.json(answerFor('ravi'))]).session.accessToken()).rejects.toThrow(
    SignedOutError,
  );
  await expect(setUp([() => Response.json(answerFor('asha', 'w2'))]).session.accessToken()).rejects.toThrow(
    SignedOutError,
  );
});

test('tells an ended session from a server that is down and from no network', async () => {
  const ended = setUp([() => new Response('{}', { status: 401 })]);
  await expect(ended.session.accessToken()).rejects.toThrow(SignedOutError);
  const down = setUp([() => new Response('', { status: 503 })]);
  await expect(down.session.accessToken()).rejects.toThrow(HttpError);
  const offline = createSession({
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    baseUrl: '',
    workshopId: 'w1',
    userId: 'asha',
    now: () => 0,
  });
  await expect(offline.accessToken()).rejects.toThrow(NoAnswerError);
});

test('an answer whose body never comes is given up, and the next one is asked for', async () => {
  let calls = 0;
  const session = createSession({
    fetch: () => {
      calls += 1;
      // Headers, and then nothing; a fetch that does not even mind its signal.
      const body = new ReadableStream({ start: () => undefined });
      return Promise.resolve(calls === 1 ? new Response(body) : Response.json(answerFor('asha')));
    },
    baseUrl: '',
    workshopId: 'w1',
    userId: 'asha',
    now: () => 0,
    limitMs: 20,
  });
  await expect(session.accessToken()).rejects.toThrow(NoAnswerError);
  expect(await session.accessToken()).toBe('token of asha');
});

test('a busy server that says for how long is left alone for so long', async () => {
  const { session } = setUp([() => new Response('', { status: 503, headers: { 'retry-after': '7' } })]);
  await expect(session.refresh()).rejects.toMatchObject({ status: 503, retryAfterMs: 7000 });
});

test('the page of a captive portal signs nobody out', async () => {
  const { session } = setUp([() => new Response('<html>Welcome to the hotel</html>')]);
  await expect(session.refresh()).rejects.toThrow(NoAnswerError);
});
