import { setTimeout as pause } from 'node:timers/promises';
import type { FeedAnswer, Phone } from '@revops/sync-server/testing';
import type { GatewayProcess } from '../gateway/start-gateway.ts';
import { batchesOf, newTeam } from '../gateway/people.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';

const group = 'server';
const runs = 5;
/** A job has about eleven documents; the manager is one of so many that about 5,000 of all are theirs. */
const sizes = { small: { jobs: 1070, managers: 1 }, large: { jobs: 26_600, managers: 50 } } as const;

interface IdsPage {
  readonly rows: readonly { readonly id: string; readonly rev: string }[];
  readonly next?: string;
  readonly seq: string;
}

interface Times {
  readonly ids: number[];
  readonly bodies: number[];
  readonly quiet: number[];
  readonly change: number[];
  readonly documents: number;
  readonly mine: number;
}

async function timed<T>(values: number[], work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  values.push(performance.now() - started);
  return result;
}

async function allIds(phone: Phone): Promise<{ rows: IdsPage['rows'][number][]; seq: string }> {
  const rows: IdsPage['rows'][number][] = [];
  for (let [after, seq] = ['', '']; ;) {
    const more = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const { body } = await phone.call<IdsPage>(`/ids?limit=5000${more}`);
    rows.push(...body.rows);
    seq = seq === '' ? body.seq : seq;
    if (body.next === undefined) return { rows, seq };
    after = body.next;
  }
}

/** The sweeper looks through all that the filling wrote behind the gateway's back; in a real workshop it is long done. */
async function atRest(gateway: GatewayProcess): Promise<void> {
  for (let quiet = 0, before = Infinity; quiet < 3;) {
    const { cpuSeconds } = await gateway.ask({ kind: 'usage' });
    // Asking alone collects garbage, which takes up to a tenth of a second.
    quiet = cpuSeconds - before < 0.25 ? quiet + 1 : 0;
    before = cpuSeconds;
    await pause(1000);
  }
}

/** What a manager's phone waits for in a workshop of some size. */
async function measureOne(gateway: GatewayProcess, size: keyof typeof sizes): Promise<Times> {
  const { owner, manager } = await newTeam(gateway.url);
  const { jobs, managers } = sizes[size];
  const others = Array.from({ length: managers - 1 }, () => crypto.randomUUID());
  const workshopId = manager.session.workshop.id;
  const filled = await gateway.ask({
    kind: 'fill',
    workshopId,
    jobs,
    ownerId: owner.userId,
    managerIds: [manager.userId, ...others],
  });
  await manager.call('/ids?limit=1');
  await atRest(gateway);
  const times: Times = {
    ids: [],
    bodies: [],
    quiet: [],
    change: [],
    documents: filled.documents,
    mine: filled.readableBy[`desk:${manager.userId}`] ?? 0,
  };
  for (let run = 0; run < runs; run += 1) {
    const { rows, seq } = await timed(times.ids, () => allIds(manager));
    await timed(times.bodies, async () => {
      for (const docs of batchesOf(rows, 500)) await manager.call('/_bulk_get?revs=true', { body: { docs } });
    });
    const since = encodeURIComponent(seq);
    await timed(times.quiet, () => manager.call<FeedAnswer>(`/_changes?since=${since}`));
    await manager.send(manager.openJob());
    await timed(times.change, () => manager.call<FeedAnswer>(`/_changes?include_docs=true&since=${since}`));
  }
  return times;
}

/** A manager of 300,000 documents' workshop against one of a workshop that holds little besides the manager's 5,000. */
export async function largeWorkshop(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const small = await measureOne(gateway, 'small');
  const large = await measureOne(gateway, 'large');
  const what = {
    ids: 'all ids of a manager',
    bodies: 'all bodies of a manager by _bulk_get',
    quiet: '_changes when nothing is new',
    change: '_changes after one act',
  } as const;
  const keys = Object.keys(what) as (keyof typeof what)[];
  return keys.flatMap((key) =>
    [small, large].map((times) =>
      measurement(times[key], {
        group,
        name: `${what[key]}, workshop of ${times.documents.toLocaleString('en')}, ${store.name}`,
        unit: 'ms',
        note: `${times.mine.toLocaleString('en')} are the manager's`,
      }),
    ),
  );
}
