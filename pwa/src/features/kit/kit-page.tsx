import { useState } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Chip } from '#src/components/ui/chip.tsx';
import { ToastHost } from '#src/components/ui/toast.tsx';
import { chooseTheme, useTheme } from '#src/platform/theme.ts';
import { m } from '#src/words/compiled/messages.js';
import { getLocale, isLocale, overwriteGetLocale, type Locale } from '#src/words/compiled/runtime.js';
import { KitActions } from './kit-actions.tsx';
import { KitForms } from './kit-forms.tsx';
import { KitLayers } from './kit-layers.tsx';
import { KitMoney } from './kit-money.tsx';
import { KitDayBookScreen, KitFrame, KitJobScreen, KitPayScreen, KitToday } from './kit-screens.tsx';
import { KitPhotos } from './kit-photos.tsx';
import { KitSignature } from './kit-signature.tsx';
import { KitSync } from './kit-sync.tsx';
import { KitTable } from './kit-table.tsx';

const locales = ['en', 'en-XA'];
const themes = ['light', 'dark', 'system'] as const;

/** Every component in every state. `?theme=dark&locale=en-XA` sets both for pictures and tests. */
export function KitPage() {
  const [locale, setLocale] = useState(readAddress);
  const choose = (next: string) => setLocale(speak(next));
  return (
    <BrowserRouter key={locale}>
      <Routes>
        <Route
          path="/dev/kit/today"
          element={
            <KitFrame>
              <KitToday />
            </KitFrame>
          }
        />
        <Route
          path="/dev/kit/job"
          element={
            <KitFrame>
              <KitJobScreen />
            </KitFrame>
          }
        />
        <Route
          path="/dev/kit/pay"
          element={
            <KitFrame>
              <KitPayScreen />
            </KitFrame>
          }
        />
        <Route
          path="/dev/kit/day-book"
          element={
            <KitFrame>
              <KitDayBookScreen />
            </KitFrame>
          }
        />
        <Route path="*" element={<KitAll locale={locale} onLocale={choose} />} />
      </Routes>
    </BrowserRouter>
  );
}

function readAddress(): string {
  const asked = new URLSearchParams(location.search);
  const theme = themes.find((choice) => choice === asked.get('theme'));
  if (theme !== undefined) chooseTheme(theme);
  return speak(asked.get('locale') ?? getLocale());
}

function speak(locale: string): string {
  if (isLocale(locale)) overwriteGetLocale((): Locale => locale);
  return locale;
}

function KitAll({
  locale,
  onLocale,
}: {
  readonly locale: string;
  readonly onLocale: (locale: string) => void;
}) {
  const theme = useTheme();
  return (
    <main className="mx-auto max-w-6xl">
      <header className="px-gutter flex flex-wrap items-center gap-2 border-b border-rule bg-surface py-3">
        <h1 className="me-auto text-screen">{m.kit_title()}</h1>
        {themes.map((choice) => (
          <Chip key={choice} selected={theme === choice} onSelect={() => chooseTheme(choice)}>
            {choice}
          </Chip>
        ))}
        {locales.map((choice) => (
          <Chip key={choice} selected={locale === choice} onSelect={() => onLocale(choice)}>
            {choice}
          </Chip>
        ))}
      </header>
      <KitSignature />
      <KitMoney />
      <KitPhotos />
      <KitActions />
      <KitForms />
      <KitSync />
      <KitTable />
      <KitLayers />
      <ToastHost />
    </main>
  );
}
