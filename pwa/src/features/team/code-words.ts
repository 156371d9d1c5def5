/** A code as it is read aloud: two groups of four. */
export const codeWords = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
