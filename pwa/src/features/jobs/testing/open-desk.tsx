import { money, type AnyDocument } from '@revops/domain';
import { act } from 'react';
import { useLocation } from 'react-router';
import { vi } from 'vitest';
import { ToastHost } from '#src/components/ui/toast.tsx';
import { openScreen, type OpenScreen } from '#src/components/testing/open-screen.tsx';
import { currentDevice } from '#src/data/account/current-device.ts';
import { reading } from '#src/data/database/open.ts';
import { jobViews } from '#src/data/queries/jobs-desk.ts';
import { buildActs } from '#src/data/save/build-acts.ts';
import { browserEnvironment } from '#src/data/save/environment.ts';
import { saveAct, type BuildAct } from '#src/data/save/save-act.ts';
import { FakeLocks } from '#src/data/testing/fake-locks.ts';
import { opening, serverDocument, workshopDocument } from '#src/data/testing/phone.ts';
import type { JobView } from '#src/data/views.ts';
import { DeskJobs } from '../desk/desk-jobs.tsx';

const person = (id: string, name: string, role: string): AnyDocument =>
  serverDocument({ _id: `member:${id}`, type: 'member', name, role, active: true, stamps: {} });

const cars = [
  { plate: 'MH12AB0001', customerName: 'Raj Kumar', estimatedAmount: money(500_000) },
  { plate: 'MH12AB0002', customerName: 'Priya Nair', estimatedAmount: money(900_000) },
  { plate: 'MH12AB0003', customerName: 'Anil Deshpande', estimatedAmount: money(100_000) },
];

function Where() {
  return <output data-where>{useLocation().pathname}</output>;
}

export interface OpenDesk extends OpenScreen {
  readonly ids: readonly string[];
  save(build: BuildAct): Promise<void>;
  job(id: string): Promise<JobView | undefined>;
  /** The plates in the order of the rows. */
  plates(): string[];
  /** A key where the focus is. */
  key(name: string): Promise<void>;
  tick(label: string): Promise<void>;
  choose(label: string, value: string): Promise<void>;
  where(): string;
  /** Looks again until it holds, while the database answers in its own time. */
  until(look: () => void | Promise<void>): Promise<void>;
}

/** Until what the database answers stands on screen, and nothing changes any more. */
async function answers(): Promise<void> {
  for (let [last, same] = ['', 0]; same < 3;) {
    await new Promise((resolve) => setTimeout(resolve, 15));
    const now = document.body.innerHTML;
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

const patienceMs = 10_000;

async function until(look: () => void | Promise<void>): Promise<void> {
  for (const startedMs = performance.now(); ;) {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 5)));
    try {
      return await look();
    } catch (error) {
      if (performance.now() - startedMs > patienceMs) throw error;
    }
  }
}

const byLabel = (label: string): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('input, select')];
  const named = all.find((one) => {
    const words = one.getAttribute('aria-label') ?? (one as HTMLInputElement).labels?.[0]?.textContent;
    return words?.trim() === label;
  });
  if (named === undefined) throw new Error(`No control ${label}`);
  return named;
};

/** The jobs at the desk of an owner with a manager, on the phone's own database; happy-dom has no layout, so sizes are said. */
export async function openDesk(): Promise<OpenDesk> {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  // happy-dom has no locks; forms hold one.
  Object.defineProperty(navigator, 'locks', { value: new FakeLocks(), configurable: true });
  // Nor does it know <search>, of which React would warn.
  Object.defineProperty(HTMLUnknownElement.prototype, Symbol.toStringTag, {
    value: 'HTMLElement',
    configurable: true,
  });
  sessionStorage.clear();
  const node = (
    <>
      <DeskJobs current={undefined} />
      <ToastHost />
      <Where />
    </>
  );
  const people = [person('meera', 'Meera Joshi', 'owner'), person('imran', 'Imran Shaikh', 'manager')];
  const screen = await openScreen(node, {}, [workshopDocument(), ...people]);
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  const save = async (build: BuildAct): Promise<void> => {
    await act(async () => {
      const result = await saveAct(device.db, browserEnvironment(device.session), build);
      if (!result.ok) throw new Error(result.reason.code);
      await answers();
    });
  };
  for (const car of cars) await save(opening(car));
  const rows = await act(() => reading(device.db, (tx) => tx.objectStore('rows').getAll()));
  const idOf = (plate: string) => rows.find((row) => row.doc?.['vehicleNumber'] === plate)?.id ?? '';
  await screen.says('Anil Deshpande');
  return {
    ...screen,
    ids: cars.map(({ plate }) => idOf(plate)),
    save,
    press: async (name) => {
      await screen.press(name);
      await act(answers);
    },
    job: async (id) => {
      let found: readonly JobView[] = [];
      await act(async () => {
        found = await reading(device.db, (tx) => jobViews(tx, [id]));
      });
      return found[0];
    },
    plates: () => [...document.querySelectorAll('tbody th .plate')].map((one) => one.textContent),
    key: async (name) => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
      await act(async () => {
        (document.activeElement ?? document.body).dispatchEvent(event);
        await answers();
      });
    },
    tick: async (label) =>
      act(async () => {
        byLabel(label).click();
        await answers();
      }),
    choose: async (label, value) => {
      const field = byLabel(label);
      await act(async () => {
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await answers();
      });
    },
    until,
    where: () => document.querySelector('[data-where]')?.textContent ?? '',
    close: async () => {
      await screen.close();
      vi.restoreAllMocks();
    },
  };
}

export const { moveJob, takePayment } = buildActs;
