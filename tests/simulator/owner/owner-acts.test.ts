import type { AnyDocument, DeviceList } from '@revops/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSettled, heal } from '../heal.ts';
import { Luck } from '../luck.ts';
import type { Phone } from '../phone.ts';
import { createTemplate, openWorld, type Template, type World } from '../world.ts';
import { restoreArchive, takeArchive } from './archives.ts';
import { checkErased, checkRevoked } from './check-owner.ts';
import { copyOfPhone } from './copy-of-phone.ts';
import { erase } from './erase.ts';
import { importCopy } from './import-copy.ts';
import { revokeDevice } from './revoke-device.ts';
import { backUp, restoreFiles } from '../restores.ts';

let template: Template;
beforeAll(async () => {
  template = await createTemplate();
}, 60_000);
afterAll(() => template.disk.remove());

/** A short history, told by hand. */
async function story(tell: (world: World, phones: Readonly<Record<Name, Phone>>) => Promise<void>) {
  const lines: string[] = [];
  const world = await openWorld(template, (line) => lines.push(line));
  const [owner, meera, meera2, manoj] = world.phones as [Phone, Phone, Phone, Phone];
  for (const [index, phone] of world.phones.entries()) phone.options.luck.beginAnew(index + 1);
  try {
    await tell(world, { owner, meera, meera2, manoj });
  } catch (error) {
    throw new Error(`${String(error)}\n${lines.join('\n')}`, { cause: error });
  } finally {
    for (const phone of world.phones) await phone.remove();
    await world.server.remove();
  }
}
type Name = 'owner' | 'meera' | 'meera2' | 'manoj';

/** Chance that says yes to everything, or no. */
const lucky = (yes: boolean): Luck => Object.assign(new Luck(1), { chance: () => yes });

async function healed(world: World): Promise<readonly AnyDocument[]> {
  await heal(world);
  return checkSettled(world);
}

/** A job with a customer of a phone number, whatever luck says. */
async function jobWithCustomer(phone: Phone): Promise<void> {
  const customers = async () =>
    (await phone.disk()).documents.filter(({ type }) => type === 'customer').length;
  for (let tries = 0; (await customers()) === 0 && tries < 30; tries += 1) await phone.act('open_job');
  expect(await customers()).toBeGreaterThan(0);
}

describe('a phone that the owner signs out for good', () => {
  test(
    'hands over what still waited, under its own numbers, and goes on as another one',
    () =>
      story(async (world, { meera }) => {
        await jobWithCustomer(meera);
        expect(await meera.sync()).toBe('synced');
        const { id } = meera.session.device;
        const counted = (await meera.disk()).issued;
        await meera.act('open_job');
        const waiting = (await meera.disk()).journal.length;
        expect(waiting).toBeGreaterThan(0);
        await revokeDevice(world, meera, lucky(true));
        expect(await meera.sync()).toContain('signed out for good');
        expect((await meera.disk()).journal).toHaveLength(waiting);
        expect(meera.session.isSignedIn).toBe(false);
        await meera.act('open_job');
        await healed(world);
        expect(meera.session.device.id).not.toBe(id);
        const { items } = await world.people.ask<DeviceList>('GET', '/api/devices');
        const closed = items.find((one) => one.id === id);
        expect(closed).toMatchObject({ closed: true, missing: 0 });
        expect(closed?.issued).toBeGreaterThanOrEqual(counted);
        expect(closed?.notAccepted).toBeGreaterThan(0);
        await meera.act('open_job');
        await healed(world);
      }),
    60_000,
  );

  test(
    'is missed when it is open again, or when its count is forgotten',
    () =>
      story(async (world, { meera }) => {
        await jobWithCustomer(meera);
        await meera.sync();
        await revokeDevice(world, meera, lucky(false));
        await checkRevoked(world);
        const { id } = meera.session.device;
        world.owner.revoked.set(id, 0);
        await expect(checkRevoked(world)).rejects.toThrow('is open again');
        world.owner.revoked.delete(id);
        for (const closed of world.owner.revoked.keys()) world.owner.revoked.set(closed, 10_000);
        await expect(checkRevoked(world)).rejects.toThrow('counted to 10000');
      }),
    60_000,
  );
});

describe('an erasure', () => {
  test(
    'reaches every phone, also what waits there, and its numbers stay accounted for',
    () =>
      story(async (world, { meera, owner }) => {
        await jobWithCustomer(meera);
        for (const phone of [meera, owner]) await phone.sync();
        await meera.act('edit_job');
        await erase(world, meera, lucky(true));
        expect(world.owner.erased.size).toBe(2);
        await expect(checkErased(world)).rejects.toThrow('still tells of it');
        await healed(world);
      }),
    60_000,
  );

  test.each(['archive', 'files', 'machine'] as const)(
    'stays done when %s come back',
    (what) =>
      story(async (world, { meera, owner }) => {
        await jobWithCustomer(meera);
        for (const phone of [meera, owner]) await phone.sync();
        await (what === 'files' ? backUp(world) : takeArchive(world));
        await erase(world, meera, lucky(false));
        const erased = [...world.owner.erased];
        await owner.sync();
        if (what === 'files') await restoreFiles(world, meera);
        else await restoreArchive(world, meera, lucky(what === 'archive'));
        expect([...world.owner.erased]).toEqual(erased);
        const documents = await healed(world);
        expect(documents.filter(({ _id }) => erased.includes(_id))).toEqual([]);
      }),
    90_000,
  );
});

test(
  'an archive of a running server brings back what it held, and phones bring the rest',
  () =>
    story(async (world, { meera, manoj, owner }) => {
      await jobWithCustomer(meera);
      await meera.sync();
      await takeArchive(world);
      for (const phone of [meera, manoj]) {
        await phone.act('open_job');
        await phone.sync();
      }
      await owner.sync();
      const count = (await world.server.documents(world.workshopId)).length;
      await restoreArchive(world, meera, lucky(true));
      expect((await world.server.documents(world.workshopId)).length).toBeLessThan(count);
      const documents = await healed(world);
      expect(documents.length).toBeGreaterThanOrEqual(count);
      expect(world.rollback.gone.size).toBe(0);
    }),
  90_000,
);

describe('the file of a phone', () => {
  test(
    'brings in what waits there, once, and the phone itself doubles nothing of it',
    () =>
      story(async (world, { meera, owner }) => {
        await jobWithCustomer(meera);
        const waiting = (await meera.disk()).journal.map(({ id }) => id);
        await importCopy(world, meera, lucky(false));
        const stored = new Set((await world.server.documents(world.workshopId)).map(({ _id }) => _id));
        expect(waiting.filter((id) => !stored.has(id))).toEqual([]);
        await owner.sync();
        await healed(world);
        expect(world.counts.of('copy_imported')).toBe(1);
      }),
    60_000,
  );

  test(
    'of a phone signed out for good loses no number',
    () =>
      story(async (world, { meera }) => {
        await jobWithCustomer(meera);
        await meera.sync();
        await meera.act('open_job');
        await revokeDevice(world, meera, lucky(true));
        await importCopy(world, meera, lucky(false));
        await healed(world);
      }),
    60_000,
  );

  test(
    'from before an erasure does not bring back what was erased',
    () =>
      story(async (world, { meera, owner }) => {
        await jobWithCustomer(meera);
        for (const phone of [meera, owner]) await phone.sync();
        world.owner.copies.push({ phone: meera, copy: await copyOfPhone(meera) });
        await erase(world, meera, lucky(false));
        // The first file that was kept, not the one of today.
        const first = Object.assign(lucky(true), { pick: <T>(from: readonly T[]) => from[0] as T });
        await importCopy(world, meera, first);
        await healed(world);
      }),
    60_000,
  );
});
