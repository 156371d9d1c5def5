import { callServer, Phone, registerOwner, typed, type CallableServer } from '@revops/sync-server/testing';
import type { Session } from '@revops/domain';

interface Written {
  readonly id: string;
  readonly rev: string;
  /** When the server had said that it is stored. */
  readonly at: number;
}

const pauseMs = 40;
const askAtOnce = 400;

export const serverAt = (url: string): CallableServer => ({
  call: (path, options) => callServer(url, path, options),
});

/** A person who takes cars in and notes what the server acknowledged. */
export class Workshop {
  readonly phone: Phone;
  readonly written: Written[] = [];
  #isWriting = false;
  #loop: Promise<void> = Promise.resolve();

  private constructor(phone: Phone) {
    this.phone = phone;
  }

  static async open(url: string): Promise<Workshop> {
    return new Workshop(new Phone(serverAt(url), await registerOwner(serverAt(url))));
  }

  get session(): Session {
    return this.phone.session;
  }

  /** Cars with a payment each, until so many documents are stored. */
  async fill(documents: number): Promise<void> {
    while (this.written.length < documents) await this.#write(40);
  }

  /** Goes on until the server does not answer any more. */
  write(): void {
    this.#isWriting = true;
    this.#loop = (async () => {
      while (this.#isWriting) {
        await this.#write(1);
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    })().catch(() => undefined);
  }

  async rest(): Promise<void> {
    this.#isWriting = false;
    await this.#loop;
  }

  /** What of all that was acknowledged the server at this address does not have. */
  async missingAt(url: string, accessToken: string): Promise<readonly Written[]> {
    const missing = new Set<string>();
    for (let at = 0; at < this.written.length; at += askAtOnce) {
      const part = this.written.slice(at, at + askAtOnce);
      const body = Object.fromEntries(part.map(({ id, rev }) => [id, [rev]]));
      const path = `/sync/${this.session.workshop.id}/_revs_diff`;
      const answer = await callServer<Record<string, unknown>>(url, path, { token: accessToken, body });
      if (answer.status !== 200) throw new Error(`_revs_diff answered ${answer.status}`);
      for (const id of Object.keys(answer.body)) missing.add(id);
    }
    return this.written.filter(({ id }) => missing.has(id));
  }

  async #write(cars: number): Promise<void> {
    const documents = Array.from({ length: cars }, () => {
      const opened = this.phone.openJob();
      return [...opened, ...this.phone.pay(typed(opened, 'job'), 50_000)];
    }).flat();
    const rows = await this.phone.send(documents);
    const at = Date.now();
    const accepted = new Set(rows.flatMap((row) => (row.error === undefined ? [row.id] : [])));
    for (const { _id: id, _rev: rev } of documents) if (accepted.has(id)) this.written.push({ id, rev, at });
  }
}
