import type { AnyDocument, Customer } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';

/** A customer as an owner finds them to be erased. */
export interface CustomerFound {
  readonly id: string;
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  /** The jobs that repeat the name. */
  readonly jobs: number;
}

/** More than this is no answer to a question. */
const most = 20;

const allOf = async (tx: ReadTx, type: string): Promise<AnyDocument[]> => {
  const rows = await tx.objectStore('rows').getAll(IDBKeyRange.bound(`${type}:`, `${type}:\uffff`));
  return rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc]));
};

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function matches({ name = '', phone = '' }: Customer, words: readonly string[]): boolean {
  const said = name.toLocaleLowerCase();
  return words.every((word) => {
    const digits = digitsOf(word);
    return said.includes(word) || (digits.length >= 4 && digitsOf(phone).includes(digits));
  });
}

/** Customers whose name or phone has all these words. Reads the whole book: it is asked a few times a year. */
export async function findCustomers(tx: ReadTx, text: string): Promise<CustomerFound[]> {
  const words = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const customers = (await allOf(tx, 'customer')) as unknown as Customer[];
  const found = customers.filter((customer) => matches(customer, words)).slice(0, most);
  const wanted = new Set(found.map(({ _id }) => _id));
  const counts = new Map<string, number>();
  if (found.length > 0)
    for (const job of await allOf(tx, 'job')) {
      const id = String(job['customerId']);
      if (wanted.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  return found.map(({ _id: id, name, phone, address }) => ({
    id,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    jobs: counts.get(id) ?? 0,
  }));
}
