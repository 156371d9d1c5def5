import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { DocumentStore, StoreServer } from '../document-store.ts';
import { changesContract } from './changes.contract.ts';
import { removeAll } from './contract-kit.ts';
import { findingContract } from './finding.contract.ts';
import { hostileContract } from './hostile.contract.ts';
import { readingContract } from './reading.contract.ts';
import { serverContract } from './server.contract.ts';
import { writingContract } from './writing.contract.ts';

/** The behaviour every store owes the gateway; run once per implementation, a database per case. */
export function documentStoreContract(name: string, makeServer: () => Promise<StoreServer>): void {
  describe(`document store contract: ${name}`, () => {
    let server: StoreServer;
    let store: DocumentStore;
    let serial = 0;

    beforeAll(async () => {
      server = await makeServer();
    });
    afterAll(() => removeAll(server));
    beforeEach(async () => {
      serial += 1;
      store = await server.open(`contract-${serial}`);
    });

    const current = (): DocumentStore => store;
    writingContract(current);
    readingContract(current);
    findingContract(current);
    changesContract(current);
    hostileContract(current);
    serverContract(() => server, current);
  });
}
