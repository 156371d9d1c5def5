import { createContext, use } from 'react';

/** By whose habits amounts and times are written: the workshop's. */
export interface Formats {
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
}

const india: Formats = { locale: 'en-IN', currency: 'INR', timeZone: 'Asia/Kolkata' };

/** `<FormatsContext value={…}>` once around the app, as soon as the workshop is known. */
export const FormatsContext = createContext<Formats>(india);

export const useFormats = (): Formats => use(FormatsContext);
