interface Habits {
  readonly timeZone: string;
  readonly currency: string;
  readonly locale: string;
}

// A phone's language says little about its country: most phones in India speak American English. Its clock does.
const countries: Readonly<Record<string, Omit<Habits, 'timeZone'>>> = {
  'Asia/Kolkata': { currency: 'INR', locale: 'en-IN' },
  'Asia/Calcutta': { currency: 'INR', locale: 'en-IN' },
  'Africa/Blantyre': { currency: 'MWK', locale: 'en-MW' },
  'Africa/Lusaka': { currency: 'ZMW', locale: 'en-ZM' },
  'Africa/Harare': { currency: 'USD', locale: 'en-ZW' },
  'Africa/Maputo': { currency: 'MZN', locale: 'pt-MZ' },
  'Africa/Dar_es_Salaam': { currency: 'TZS', locale: 'en-TZ' },
  'Africa/Nairobi': { currency: 'KES', locale: 'en-KE' },
  'Africa/Kampala': { currency: 'UGX', locale: 'en-UG' },
  'Africa/Johannesburg': { currency: 'ZAR', locale: 'en-ZA' },
  'Africa/Lagos': { currency: 'NGN', locale: 'en-NG' },
  'Africa/Accra': { currency: 'GHS', locale: 'en-GH' },
  'Asia/Dubai': { currency: 'AED', locale: 'en-AE' },
  'Asia/Kathmandu': { currency: 'NPR', locale: 'en-NP' },
  'Asia/Colombo': { currency: 'LKR', locale: 'en-LK' },
  'Asia/Dhaka': { currency: 'BDT', locale: 'en-BD' },
};

/** How the workshop writes time and money, as far as this device tells. Elsewhere the first market's habits. */
export function homeHabits(timeZone: string): Habits {
  return { timeZone, ...(countries[timeZone] ?? { currency: 'INR', locale: 'en-IN' }) };
}

export const ownHabits = (): Habits => homeHabits(new Intl.DateTimeFormat().resolvedOptions().timeZone);
