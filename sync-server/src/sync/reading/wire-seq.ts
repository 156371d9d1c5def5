import { seqNumber } from '#src/store/document-store.ts';

/** A place in one person's feed, as it travels: `<n>-<view>.<timeline>.<store seq>`; n only so that clients can sort. */
export interface WireSeq {
  readonly view: string;
  readonly timeline: string;
  readonly storeSeq: string;
}

const shape = /^[0-9]{1,16}-([0-9a-f]{1,40})\.([0-9a-f]{1,40})\.([\w+/=:.-]{1,4000})$/;

export function formatSeq({ view, timeline, storeSeq }: WireSeq): string {
  return `${seqNumber(storeSeq)}-${view}.${timeline}.${storeSeq}`;
}

/** Undefined for anything that this gateway did not write. */
export function parseSeq(text: string): WireSeq | undefined {
  const [, view, timeline, storeSeq] = shape.exec(text) ?? [];
  return view && timeline && storeSeq ? { view, timeline, storeSeq } : undefined;
}
