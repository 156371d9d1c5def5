import type { ErrorCode, OwnRefusals, OwnRefusalsRequest, Result } from '@revops/domain';
import type { DeviceDatabase } from '../database/open.ts';
import { noteDismissals, withoutWord } from '../exchange/dismissals.ts';
import { AskedBook } from './asked-book.ts';
import { askOwnRefusals } from './quarantine.ts';

/** What one request takes; nobody reads more than the newest. */
const maxAsked = 100;

type Ask = (entries: OwnRefusalsRequest['entries']) => Promise<Result<OwnRefusals, ErrorCode>>;

/** What owners said of this phone's refused entries: it goes into the tray, which all screens read. */
export class OwnersWord extends AskedBook<undefined> {
  readonly #db: DeviceDatabase;
  readonly #ask: Ask;

  constructor(db: DeviceDatabase, ask: Ask = askOwnRefusals) {
    super(undefined);
    this.#db = db;
    this.#ask = ask;
  }

  /** A database that fails says so where it matters. */
  protected override ask(): Promise<void> {
    return this.#look().catch(() => undefined);
  }

  async #look(): Promise<void> {
    const open = await withoutWord(this.#db);
    if (open.length === 0) return;
    const answer = await this.#ask(open.slice(0, maxAsked));
    if (answer.ok) await noteDismissals(this.#db, answer.value.items);
  }
}
