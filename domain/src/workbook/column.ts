/** One column of a sheet and what stands in it. Amounts are minor units, instants ISO 8601 UTC; undefined is an empty cell. */
export type Column<R> = {
  readonly title: string;
  /** In characters. */
  readonly width: number;
} & (
  | { readonly kind: 'text' | 'instant'; readonly of: (row: R) => string | undefined }
  | { readonly kind: 'count' | 'money'; readonly of: (row: R) => number | undefined }
);

/** What the cells of a workbook depend on besides their values. */
export interface WorkbookLocale {
  readonly currency: string;
  readonly timeZone: string;
}

/** Excel shows no more rows than these, the heading among them. */
export const MAX_SHEET_ROWS = 1_048_576;
