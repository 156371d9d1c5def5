/** A code in groups of four, as it is read out and typed. */
export const codeGroups = (code: string): string => code.replaceAll(/.{4}/g, (four) => `${four} `).trim();
