import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SeedDone, SeedPlace, SeedToDo } from './run-seeds.ts';

/** A process that has come no further in so many looks never will: the longest time limit of the engine is two minutes. */
const lookMs = 60_000;
const looks = 4;

export interface Work {
  /** The next seed; undefined when there is none. */
  readonly take: () => number | undefined;
  readonly toDo: Omit<SeedToDo, 'seed'>;
  readonly report: (done: SeedDone) => void;
}

/** A history that did not end, or ended its process. */
export interface Failed {
  readonly seed: number;
  readonly words: string;
  readonly trace: readonly string[];
}

type Message = SeedDone | SeedPlace | 'ready';

/** One process, from its start to its end: by itself when there is no more to do, or because it does not move. */
export function workUntilStuck(work: Work): Promise<{ readonly failed?: Failed }> {
  const child = fork(fileURLToPath(new URL('./run-seeds.ts', import.meta.url)));
  return new Promise((resolve, reject) => {
    let seed: number | undefined;
    const watch = new Watch(child, (trace) => {
      child.kill('SIGKILL');
      resolve({ failed: { seed: Number(seed), words: 'it does not end', trace } });
    });
    child.on('message', (message: Message) => {
      if (message !== 'ready' && 'at' in message) return watch.sees(message);
      if (message !== 'ready') work.report(message);
      seed = work.take();
      child.send(seed === undefined ? 'end' : { ...work.toDo, seed });
      watch.beginAnew();
    });
    child.on('exit', (code) => {
      watch.end();
      if (code === 0 || code === null) return resolve({});
      // A failure outside every promise ends the process, as it would end the server or the app.
      resolve({ failed: { seed: Number(seed), words: `its process ended with ${code}`, trace: [] } });
    });
    child.on('error', reject);
  });
}

/** Asks now and then how far it has come; on a slow machine that is what tells a long way from none. */
class Watch {
  readonly #child: ChildProcess;
  readonly #stuck: (trace: readonly string[]) => void;
  #timer: NodeJS.Timeout | undefined;
  #place: SeedPlace | undefined;
  #unmoved = 0;

  constructor(child: ChildProcess, stuck: (trace: readonly string[]) => void) {
    this.#child = child;
    this.#stuck = stuck;
  }

  beginAnew(): void {
    this.end();
    this.#unmoved = 0;
    this.#place = undefined;
    this.#timer = setInterval(() => this.#look(), lookMs);
  }

  sees(place: SeedPlace): void {
    if (place.at !== this.#place?.at) this.#unmoved = 0;
    this.#place = place;
  }

  end(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#unmoved += 1;
    if (this.#unmoved <= looks) return void this.#child.send('where');
    this.end();
    this.#stuck(this.#place?.lines ?? []);
  }
}
