// @vitest-environment happy-dom
import { act, Component, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setCurrentDevice } from '../account/current-device.ts';
import type { ReadTx } from '../database/schema.ts';
import { opening, testPhone, type TestPhone } from '../testing/phone.ts';
import type { SessionView } from '../views.ts';
import { useLive, type Question } from './use-live.ts';

let root: Root;
let container: HTMLElement;
let reads = 0;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.createElement('div');
  root = createRoot(container, { onCaughtError: () => undefined });
  reads = 0;
});
afterEach(async () => {
  await act(async () => root.unmount());
  setCurrentDevice(undefined);
  vi.unstubAllGlobals();
});

const session: SessionView = {
  userId: 'asha',
  name: 'Asha',
  email: 'asha@x.in',
  role: 'manager',
  workshopId: 'w1',
  workshopName: 'Verma Motors',
  deviceId: 'device-A1',
  deviceCode: 'A1',
  demo: false,
};

async function countRows(tx: ReadTx, type: string): Promise<number> {
  reads += 1;
  return (await tx.objectStore('rows').getAll()).filter((row) => row.type === type).length;
}

const counting = (type: string, keepsLast = false): Question<number> => ({
  key: `count ${type}`,
  topics: [type],
  read: () => (tx) => countRows(tx, type),
  keepsLast,
});

function Count({ question }: { readonly question: Question<number> }) {
  const answer = useLive(question);
  return <p>{answer.status === 'ready' ? `${question.key}: ${answer.value}` : 'loading'}</p>;
}

class Boundary extends Component<{ readonly children: ReactNode }> {
  override state = { words: '' };
  static getDerivedStateFromError(error: Error) {
    return { words: error.message };
  }
  override render() {
    return this.state.words === '' ? this.props.children : <p>{this.state.words}</p>;
  }
}

const show = (node: ReactNode) => act(async () => root.render(node));
/** Until the screen says so; the database answers in its own time. */
const says = (words: string) =>
  vi.waitFor(async () => {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 1)));
    expect(container.textContent).toBe(words);
  });

async function signedIn(): Promise<TestPhone> {
  const phone = await testPhone();
  await act(async () => setCurrentDevice({ db: phone.db, session }));
  return phone;
}

test('an answer comes, follows what is saved and stays while it is read again', async () => {
  const phone = await signedIn();
  await show(<Count question={counting('job')} />);
  expect(container.textContent).toBe('loading');
  await says('count job: 0');
  const seen: string[] = [];
  new MutationObserver(() => seen.push(container.textContent)).observe(container, {
    subtree: true,
    characterData: true,
    childList: true,
  });
  await act(async () => void (await phone.save(opening())));
  await says('count job: 1');
  expect(seen).not.toContain('loading');
});

test('what another topic changes is not read again, and equal keys are read once', async () => {
  const phone = await signedIn();
  await show(
    <>
      <Count question={counting('settlement')} />
      <Count question={counting('settlement')} />
    </>,
  );
  await says('count settlement: 0count settlement: 0');
  expect(reads).toBe(1);
  await act(async () => void (await phone.save(opening())));
  await says('count settlement: 0count settlement: 0');
  expect(reads).toBe(1);
});

test('a list shows its last answer while another key is read; one thing never shows another', async () => {
  const phone = await signedIn();
  await phone.save(opening());
  await show(<Count question={counting('job', true)} />);
  await says('count job: 1');
  await show(<Count question={counting('visit', true)} />);
  expect(container.textContent).toBe('count visit: 1');
  await says('count visit: 0');
  await show(<Count question={counting('customer')} />);
  expect(container.textContent).toBe('loading');
  await says('count customer: 1');
});

test("another person on the same phone never sees the first one's answer", async () => {
  const phone = await signedIn();
  await phone.save(opening());
  await show(<Count question={counting('job', true)} />);
  await says('count job: 1');
  await act(async () => setCurrentDevice(undefined));
  expect(container.textContent).toBe('loading');
  await signedIn();
  expect(container.textContent).toBe('loading');
  await says('count job: 0');
});

test('a read that fails before the first answer reaches the boundary of the screen', async () => {
  await signedIn();
  const broken = {
    ...counting('job'),
    key: 'broken',
    read: () => () => Promise.reject(new Error('the disk')),
  };
  await show(
    <Boundary>
      <Count question={broken} />
    </Boundary>,
  );
  await says('the disk');
});
