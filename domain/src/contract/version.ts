/**
 * The version of what app and server say to each other: endpoints, their fields, and the shapes of documents. Raised with
 * every change that the other side may notice, so also with the version of any type of document. Each side sends its own
 * (`X-App-Contract`, `X-Contract`) and words what to do where they differ.
 * 1: the first one. 2: reviews of discounts (`review` version 2).
 */
export const CONTRACT_VERSION = 2;

/** The oldest app that this server still understands. Raised only when nothing older can be in use any more. */
export const OLDEST_APP_CONTRACT = 1;

export const appContractHeader = 'x-app-contract';
export const contractHeader = 'x-contract';

/** A version from a header; undefined for what is none. */
export function readContract(header: string | null | undefined): number | undefined {
  return header !== undefined && header !== null && /^[1-9][0-9]{0,5}$/.test(header)
    ? Number(header)
    : undefined;
}
