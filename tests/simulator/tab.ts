import { createEngine, type Engine, type EngineEnv, type StepName } from '@revops/pwa/engine';
import { BrokenPromise } from './broken-promise.ts';

const never = (): Promise<never> => new Promise(() => undefined);

/** When the app dies: after so many steps, or the first time that it comes to one. */
export type Death = { readonly after: number } | { readonly at: string } | undefined;

export interface TabParts {
  readonly env: Omit<EngineEnv, 'fence' | 'step'>;
  readonly fence: number;
  readonly death?: Death;
  /** Runs at every step, as a person who goes on working meanwhile. */
  readonly between?: ((step: StepName) => Promise<unknown>) | undefined;
  readonly onDeath?: (step: StepName) => void;
  readonly onStep?: (step: StepName) => void;
}

/** One tab with the engine: it can die between any two steps, and be fenced off by another. */
export class Tab {
  readonly #parts: TabParts;
  #steps = 0;
  #isDead = false;
  #die: () => void = () => undefined;
  readonly #death: Promise<'killed'>;

  constructor(parts: TabParts) {
    this.#parts = parts;
    this.#death = new Promise((resolve) => (this.#die = () => resolve('killed')));
  }

  /** Nothing of it moves any more. */
  kill(): void {
    this.#isDead = true;
    this.#die();
  }

  /** As the app runs it: sending and pulling go on until it is ended by `work`, or until it dies. */
  async live(work: (engine: Engine) => Promise<unknown>): Promise<string> {
    const engine = this.#engine();
    await engine.start();
    return Promise.race([work(engine).then(() => 'ended'), this.#death]);
  }

  #engine(): Engine {
    const { env, fence } = this.#parts;
    return createEngine({
      ...env,
      fence,
      fetch: (url, init) => (this.#isDead ? never() : env.fetch(url, init)),
      step: (name) => this.#step(name),
    });
  }

  /** Sends and pulls once; resolves with how it ended, in words. */
  async sync(): Promise<string> {
    const engine = this.#engine();
    const synced = engine.syncOnce().then(
      () => 'synced',
      (error: unknown) => {
        if (error instanceof BrokenPromise) throw error;
        return String(error);
      },
    );
    return Promise.race([synced, this.#death]);
  }

  async #step(name: StepName): Promise<void> {
    const { death, between, onDeath, onStep } = this.#parts;
    this.#steps += 1;
    const isHere = death !== undefined && ('at' in death ? name === death.at : this.#steps > death.after);
    if (isHere && !this.#isDead) {
      onDeath?.(name);
      this.kill();
    }
    if (this.#isDead) return never();
    onStep?.(name);
    await between?.(name);
    if (this.#isDead) return never();
  }
}
