import { createContext } from 'react';

/** The way back that the shell gives to a screen which is no place of the bar, such as the day book under More. */
export const WayBackContext = createContext<(() => void) | undefined>(undefined);
