import { AppError } from '#src/errors/app-error.ts';
import { accountId, userPointerId, type Account, type UserPointer } from './account.ts';
import type { SystemStore } from './system-store.ts';

/** Finds and changes accounts; the email is the unique key, the user id the stable one. */
export class Accounts {
  readonly #system: SystemStore;

  constructor(system: SystemStore) {
    this.#system = system;
  }

  byEmail(email: string): Promise<Account | undefined> {
    return this.#system.get<Account>(accountId(email));
  }

  async byUserId(userId: string): Promise<Account | undefined> {
    const pointer = await this.#system.get<UserPointer>(userPointerId(userId));
    const account = pointer && (await this.byEmail(pointer.email));
    // Of two registrations at once the loser leaves a pointer behind.
    return account?.userId === userId ? account : undefined;
  }

  /** False when the email is taken. The pointer comes first: an account without one could not be found by its id. */
  async create(account: Account): Promise<boolean> {
    const pointer: UserPointer = { email: account.email };
    await this.#system.create(userPointerId(account.userId), pointer);
    return this.#system.create(accountId(account.email), account);
  }

  async update(email: string, change: (account: Account) => Account | undefined): Promise<Account> {
    const account = await this.#system.update<Account>(accountId(email), change);
    if (!account) throw new AppError('unauthorized');
    return account;
  }
}
