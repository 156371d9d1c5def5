/** What became of money, in the words of the workbook. */
export const stateWords: Readonly<Record<string, string>> = {
  waiting: 'Waiting',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  clash: 'Clash',
};
