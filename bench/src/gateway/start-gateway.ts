import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Answers, Message, Order } from './protocol.ts';

/** Ten thousand sockets on each side, and the store's own files. */
const openFiles = 65_536;

/** A script of this folder in a process of its own with a raised limit of open files. */
export function startProcess(
  script: string,
  env: Readonly<Record<string, string | undefined>> = {},
): ChildProcess {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const node = '"$0" --expose-gc --import tsx --conditions=source "$1"';
  return spawn('sh', ['-c', `ulimit -n ${openFiles} 2>/dev/null; exec ${node}`, process.execPath, path], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
}

/** Sends numbered orders to a process and gives each its answer. */
export class Orders {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  #last = 0;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message: Message) => {
      if (message.kind === 'ready') return;
      const { resolve, reject } = this.#waiting.get(message.id) ?? {};
      this.#waiting.delete(message.id);
      if (message.kind === 'answer') resolve?.(message.value);
      else reject?.(new Error(message.reason));
    });
    child.once('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`the process ended with ${code}`));
    });
  }

  send(order: object): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, order });
    });
  }
}

export interface GatewayProcess {
  readonly url: string;
  /** Before the names of its databases on CouchDB. */
  readonly prefix: string;
  readonly ask: <K extends Order['kind']>(order: Extract<Order, { kind: K }>) => Promise<Answers[K]>;
  stop(): Promise<void>;
}

let started = 0;

/** @param couchdbUrl the store behind it; the embedded store where undefined. */
export async function startGateway(couchdbUrl: string | undefined): Promise<GatewayProcess> {
  started += 1;
  const prefix = `bench-${process.pid}-${started}-`;
  const child = startProcess('./server-process.ts', {
    COUCHDB_URL: couchdbUrl ?? '',
    COUCHDB_PREFIX: prefix,
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.once('message', (message: Message) => {
      if (message.kind === 'ready') resolve(message.url);
    });
  });
  const orders = new Orders(child);
  return {
    url,
    prefix,
    ask: (order) => orders.send(order) as Promise<Answers[typeof order.kind]>,
    async stop() {
      await orders.send({ kind: 'clear' } satisfies Order);
      child.disconnect();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
