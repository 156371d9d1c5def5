import { instantOf } from '@revops/domain';
import {
  dropUnnamed,
  fileBytes,
  filesToSend,
  hashOf,
  journalCount,
  settleFile,
  type FileOutcome,
  type WaitingFile,
} from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';
import { HttpError } from './failures.ts';
import type { Gateway } from './gateway.ts';
import { askForMissingFiles } from './missing-files.ts';
import type { Status } from './status.ts';
import { readUploadAnswer, type UploadAnswer } from './upload-answer.ts';

/** Ten seconds of a poor radio: so much is lost at most when the app is killed, and so long text waits at most. */
const partBytes = 256 * 1024;
/** For an entry that the server does not know: a copy of a cluster may show it a moment later. */
const firstUnknownRestMs = 10_000;
/** After a restore it comes back by the reconcile. */
const unknownRestMs = 15 * 60_000;
/** Bytes that arrived damaged though they are whole here: something on the way changes them. */
const mismatchRestMs = 60 * 60_000;
/** Parts without progress before the lane rests: two gateways may see one another's parts a moment late. */
const maxStandstill = 3;

interface LaneParts {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly status: Status;
}

/** Sends files one at a time, after all text; what the server has received is asked of the server alone. */
export class UploadLane {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  readonly #status: Status;

  constructor({ env, gateway, status }: LaneParts) {
    this.#env = env;
    this.#gateway = gateway;
    this.#status = status;
  }

  /**
   * Sends what may go now. Stops for text that came meanwhile: whoever sends that wakes the lane again.
   * @returns after how many milliseconds a file wants to be tried again.
   */
  async sendAll(signal: AbortSignal): Promise<number | undefined> {
    const { db, fence } = this.#env;
    await dropUnnamed(db, { fence });
    await askForMissingFiles(this.#env, this.#gateway, signal);
    const tried = new Set<string>();
    for (;;) {
      if ((await journalCount(db)) > 0) return undefined;
      const waiting = await filesToSend(db);
      const next = waiting.find((file) => !tried.has(file.sha256) && this.#isDue(file));
      if (next === undefined) return this.#restMs(waiting);
      tried.add(next.sha256);
      await this.#env.step?.('upload:chosen');
      const outcome = await this.#send(next, signal);
      if (outcome === undefined) return undefined;
      await settleFile(db, next, outcome, { fence, now: this.#env.now });
      await this.#env.step?.('upload:settled');
      if (outcome.state === 'sent') await this.#status.noteHeard();
    }
  }

  /** A clock that was set back must not make a file wait for a day. */
  #isDue({ turn, retryAt }: WaitingFile): boolean {
    const left = retryAt === undefined ? 0 : Date.parse(retryAt) - this.#env.now();
    return turn !== 'hold' && (left <= 0 || left > mismatchRestMs);
  }

  #restMs(waiting: readonly WaitingFile[]): number | undefined {
    const times = waiting.flatMap(({ retryAt }) => (retryAt === undefined ? [] : [Date.parse(retryAt)]));
    return times.length === 0 ? undefined : Math.max(1000, Math.min(...times) - this.#env.now());
  }

  /** Undefined: text is waiting, and goes first. */
  async #send(file: WaitingFile, signal: AbortSignal): Promise<FileOutcome | undefined> {
    if (file.turn === 'unnamed') return { state: 'unnamed' };
    const bytes = await fileBytes(this.#env.db, file.sha256);
    if (bytes === undefined) return { state: 'refused', code: 'file_mismatch' };
    let received: number | undefined;
    let standstill = 0;
    for (;;) {
      const answer = await this.#ask(file.sha256, bytes, received, signal);
      if (answer.state !== 'partly' && answer.state !== 'apart') return this.#outcomeOf(answer, file, bytes);
      const now = answer.state === 'apart' ? undefined : answer.received;
      standstill = now !== undefined && now > (received ?? -1) ? 0 : standstill + 1;
      if (standstill > maxStandstill) throw new HttpError(503, `${file.sha256} does not get on`);
      received = now;
      await this.#env.step?.('upload:part-sent');
      if ((await journalCount(this.#env.db)) > 0) return undefined;
    }
  }

  /** Sends the part behind what the server has; without knowing that, asks for it. */
  async #ask(
    sha256: string,
    bytes: Uint8Array<ArrayBuffer>,
    received: number | undefined,
    signal: AbortSignal,
  ): Promise<UploadAnswer> {
    const start = received ?? 0;
    const body = received === undefined ? bytes.slice(0, 0) : bytes.slice(start, start + partBytes);
    const range = received === undefined ? '*' : `${start}-${start + body.length - 1}`;
    const headers = { 'content-range': `bytes ${range}/${bytes.length}` };
    return readUploadAnswer(await this.#gateway.ask({ kind: 'file', path: sha256, body, headers, signal }));
  }

  async #outcomeOf(
    answer: Exclude<UploadAnswer, { readonly state: 'partly' | 'apart' }>,
    file: WaitingFile,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<FileOutcome> {
    switch (answer.state) {
      case 'whole':
        return { state: 'sent' };
      case 'refused':
        return answer;
      case 'mismatch':
        return (await hashOf(bytes)) === file.sha256
          ? this.#later(mismatchRestMs)
          : { state: 'refused', code: 'file_mismatch' };
      case 'unknown':
        if (!file.isNamed) return { state: 'unnamed' };
        return this.#later(file.retryAt === undefined ? firstUnknownRestMs : unknownRestMs);
    }
  }

  #later(ms: number): FileOutcome {
    return { state: 'waiting', retryAt: instantOf(this.#env.now() + ms) };
  }
}
