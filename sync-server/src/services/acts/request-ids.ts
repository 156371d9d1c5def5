import { md5 } from '#src/sync/md5.ts';

/** What a repeated request has in common with the first one. */
export interface RequestName {
  readonly workshopId: string;
  readonly userId: string;
  /** What the request makes: one key may serve another call too. */
  readonly type: string;
  /** The id that the client gave its document. */
  readonly id?: string | undefined;
  /** The header `Idempotency-Key`. */
  readonly key?: string | undefined;
}

/**
 * The ids of all that one request makes. Where the client named the request they follow from that name, so that a request
 * whose answer was lost makes the same documents when it is sent again.
 */
export class RequestIds {
  /** The document that the request is about; absent where the request has no name. */
  readonly mainId: string | undefined;
  readonly #root: string | undefined;
  readonly #random: () => string;
  readonly #type: string;
  readonly #counts = new Map<string, number>();

  constructor({ workshopId, userId, type, id, key }: RequestName, random: () => string) {
    this.#random = random;
    this.#type = type;
    const whose = `request ${workshopId} ${userId} ${type}`;
    if (id !== undefined) this.#root = id;
    else if (key !== undefined) this.#root = uuidOf(md5(`${whose} ${key}`));
    this.mainId = this.#root === undefined ? undefined : `${type}:${this.#root}`;
  }

  readonly newId = (type = ''): string => {
    if (this.#root === undefined) return this.#random();
    const count = this.#counts.get(type) ?? 0;
    this.#counts.set(type, count + 1);
    if (type === this.#type && count === 0) return this.#root;
    return uuidOf(md5(`${this.#root} ${type} ${count}`));
  };
}

/** Version 8 of RFC 9562: its makers' own. */
const uuidOf = (hash: string): string =>
  `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20)}`;
