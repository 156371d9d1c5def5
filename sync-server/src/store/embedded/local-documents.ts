import { isMissing, statusOf, type Pouch } from './pouch.ts';

const localId = (id: string): string => `_local/${id}`;

export async function readLocal(
  pouch: Pouch,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const { _id, _rev, ...body } = await pouch.get(localId(id));
    return body;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export async function writeLocal(
  pouch: Pouch,
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (;;) {
    const _rev = await revOf(pouch, id);
    try {
      await pouch.put({ ...body, _id: localId(id), ...(_rev ? { _rev } : {}) });
      return;
    } catch (error) {
      if (statusOf(error) !== 409) throw error;
    }
  }
}

export async function removeLocal(pouch: Pouch, id: string): Promise<void> {
  const _rev = await revOf(pouch, id);
  if (!_rev) return;
  await pouch.remove({ _id: localId(id), _rev }).catch((error: unknown) => {
    if (!isMissing(error) && statusOf(error) !== 409) throw error;
  });
}

async function revOf(pouch: Pouch, id: string): Promise<string | undefined> {
  try {
    return (await pouch.get(localId(id)))._rev;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
