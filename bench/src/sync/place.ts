import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Phone } from '@revops/sync-server/testing';
import type { Bench } from '../../page/src/page.ts';
import { PlainCouch } from '../gateway/plain-couch.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { openContext, slowDown } from '../support/browser.ts';
import { Proxy } from '../support/proxy.ts';
import { staticServer, type StaticServer } from '../support/static-server.ts';

/** A browser profile of its own with the measuring page open. */
export class Device {
  readonly #context: BrowserContext;
  readonly #page: Page;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.#page = page;
  }

  /** A function of our engine, or of plain PouchDB, in the page's worker. */
  async call<T = number>(side: 'ours' | 'theirs', name: string, ...args: readonly unknown[]): Promise<T> {
    const value = await this.#page.evaluate(
      ([side, name, args]) =>
        (globalThis as unknown as { bench: Bench }).bench.callSyncWorker(side, name, args),
      [side, name, args] as const,
    );
    return value as T;
  }

  /** Signs this person's phone in. */
  async open(phone: Phone): Promise<void> {
    const { user, workshop, device, accessToken } = phone.session;
    await this.call('ours', 'open', {
      workshopId: workshop.id,
      userId: user.id,
      role: user.role,
      deviceId: device?.id,
      deviceCode: device?.code,
      token: accessToken,
    });
  }

  /** Somebody saves one car after the other, on a slow phone, while it is filled for the first time. */
  async savesDuringPull({ session: { user, workshop } }: Phone, slowdown: number) {
    await slowDown(this.#page, slowdown);
    return this.#page.evaluate(
      ([workshopId, userId]) =>
        (globalThis as unknown as { bench: Bench }).bench.savesDuringPull(workshopId, userId),
      [workshop.id, user.id] as const,
    );
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/** One origin behind which the page, the gateway and, where there is one, a plain CouchDB database answer. */
export class Place {
  readonly gatewayUrl: string;
  readonly store: MeasuredStore;
  readonly plain: PlainCouch | undefined;
  readonly gateway: Proxy;
  readonly #browser: Browser;
  readonly #server: StaticServer;

  private constructor(fields: {
    readonly browser: Browser;
    readonly server: StaticServer;
    readonly gateway: Proxy;
    readonly gatewayUrl: string;
    readonly store: MeasuredStore;
    readonly plain: PlainCouch | undefined;
  }) {
    this.#browser = fields.browser;
    this.#server = fields.server;
    this.gateway = fields.gateway;
    this.gatewayUrl = fields.gatewayUrl;
    this.store = fields.store;
    this.plain = fields.plain;
  }

  static async open(browser: Browser, gatewayUrl: string, store: MeasuredStore): Promise<Place> {
    const plain = store.couchdbUrl === undefined ? undefined : await PlainCouch.create(store.couchdbUrl);
    const gateway = new Proxy(['/sync', '/api'], gatewayUrl);
    const couch = plain === undefined ? [] : [new Proxy(['/couch'], plain.urlWithPassword)];
    const server = await staticServer([gateway, ...couch]);
    return new Place({ browser, server, gateway, gatewayUrl, store, plain });
  }

  /** Where plain PouchDB finds CouchDB. */
  get plainUrl(): string {
    return `${this.#server.url}/couch`;
  }

  async device(): Promise<Device> {
    const context = await openContext(this.#browser);
    const page = await context.newPage();
    await page.goto(`${this.#server.url}/__bench__/`);
    await page.waitForFunction('globalThis.bench !== undefined');
    return new Device(context, page);
  }

  async close(): Promise<void> {
    this.#server.close();
    await this.plain?.destroy();
  }
}
