import type { AnyDocument } from '@revops/domain';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { dropToken, holdToken } from '#src/data/account/access-token.ts';
import { setCurrentDevice } from '#src/data/account/current-device.ts';
import { applyPulled } from '#src/data/exchange/apply-pulled.ts';
import { testPhone } from '#src/data/testing/phone.ts';
import type { SessionView } from '#src/data/views.ts';
import { byName, fieldNamed, wholeText } from './by-name.ts';

const owner: SessionView = {
  userId: 'meera',
  name: 'Meera Joshi',
  email: 'meera@x.in',
  role: 'owner',
  workshopId: 'w1',
  workshopName: 'Verma Motors',
  deviceId: 'device-A1',
  deviceCode: 'A1',
  demo: false,
};

/** What a call asks for: `POST /api/devices/d1/revoke`, and with what. */
export interface Asked {
  readonly call: string;
  readonly body: unknown;
}

/** The server of a test: an answer for each call, without its query; a call without one finds no connection. */
export type Answers = Readonly<Record<string, (body: unknown) => Response>>;

export interface OpenScreen {
  readonly asked: readonly Asked[];
  /** Presses the button of this name, in the dialog while one is open. */
  press(name: string | RegExp): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Picks a value of a list of choices. */
  choose(label: string, value: string): Promise<void>;
  /** Until the screen says so. */
  says(words: string | RegExp): Promise<void>;
  /** The title of the open question, or nothing. */
  question(): string | undefined;
  /** Until no question is open any more. */
  answered(): Promise<void>;
  text(): string;
  close(): Promise<void>;
}

const refused = (code: string, status: number): Response =>
  Response.json({ error: { code, message: code, requestId: 'r1' } }, { status });
export const answering = { with: (value: unknown) => () => Response.json(value), refused };

/** A screen as somebody, usually an owner, has it open: the phone's own database, the real calls, and a server that answers as told. */
export async function openScreen(
  node: ReactNode,
  answers: Answers,
  documents: readonly AnyDocument[] = [],
  who: Partial<SessionView> = {},
): Promise<OpenScreen> {
  const session: SessionView = { ...owner, ...who };
  const asked: Asked[] = [];
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const call = `${init.method ?? 'GET'} ${path.split('?')[0] ?? ''}`;
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ call, body });
    const answer = answers[call];
    if (answer === undefined) throw new TypeError('Failed to fetch');
    return answer(body);
  });
  const phone = await testPhone({ userId: session.userId, role: session.role });
  const rev = `1-${'0'.repeat(32)}`;
  await applyPulled(
    phone.db,
    documents.map((body) => ({ id: body._id, rev, body })),
  );
  holdToken({ accessToken: 't', expiresIn: 900, user: { id: session.userId } } as Parameters<
    typeof holdToken
  >[0]);
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  await act(async () => {
    setCurrentDevice({ db: phone.db, session });
    root.render(<MemoryRouter>{node}</MemoryRouter>);
  });
  const dialog = () => container.querySelector<HTMLElement>('dialog[open][role=alertdialog]');
  const inFront = () => dialog() ?? container.querySelector<HTMLElement>('dialog[open]') ?? container;
  return {
    asked,
    press: (name) =>
      soon(async () => {
        const button = byName(inFront(), 'button', name);
        await act(async () => button.click());
      }),
    type: async (label, text) => {
      const field = fieldNamed(inFront(), label);
      await act(async () => {
        // As a browser sets it: React hears only of values that it has not set itself.
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    choose: (label, value) =>
      soon(async () => {
        const field = fieldNamed(inFront(), label);
        await act(async () => {
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        });
        if (field.value !== value) throw new Error(`${label} has no ${value}`);
      }),
    says: (words) =>
      soon(() => {
        const text = wholeText(container);
        if (typeof words === 'string' ? !text.includes(words) : !words.test(text))
          throw new Error(`It does not say ${String(words)}: ${text}`);
      }),
    question: () => dialog()?.querySelector('h2')?.textContent ?? undefined,
    answered: () =>
      soon(() => {
        if (dialog() !== null) throw new Error(`It still asks: ${wholeText(container)}`);
      }),
    text: () => wholeText(container),
    close: async () => {
      await act(async () => root.unmount());
      container.remove();
      setCurrentDevice(undefined);
      dropToken();
      vi.unstubAllGlobals();
    },
  };
}

const patienceMs = 5000;

/** The database and the server answer in their own time; whatever they change meanwhile, React is told to expect. */
async function soon(look: () => void | Promise<void>): Promise<void> {
  for (const startedMs = performance.now(); ;) {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 5)));
    try {
      return await look();
    } catch (error) {
      if (performance.now() - startedMs > patienceMs) throw error;
    }
  }
}
