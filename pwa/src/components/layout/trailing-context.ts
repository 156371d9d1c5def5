import { createContext, type ReactNode } from 'react';

/** What stands at the end of every top bar that has nothing of its own there: the shell's sync pill. */
export const TrailingContext = createContext<ReactNode>(undefined);
