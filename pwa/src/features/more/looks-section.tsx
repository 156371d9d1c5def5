import { Select } from '#src/components/form/select.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { chooseTheme, useTheme, type ThemeChoice } from '#src/platform/theme.ts';
import { getLocale, isLocale, locales, setLocale } from '#src/words/compiled/runtime.js';
import { m } from '#src/words/compiled/messages.js';

const themes: Readonly<Record<ThemeChoice, () => string>> = {
  light: () => m.more_theme_light(),
  dark: () => m.more_theme_dark(),
  system: () => m.more_theme_system(),
};

/** A language in its own words, so that who reads only that one finds it. */
const languageName = (locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

/** Light or dark, and the language. */
export function LooksSection() {
  const theme = useTheme();
  return (
    <>
      <SectionHeading>{m.more_looks()}</SectionHeading>
      <div className="flex flex-col gap-4 border-y border-rule bg-surface p-4">
        <fieldset aria-label={m.more_theme()} className="flex min-w-0 flex-wrap gap-2">
          {Object.entries(themes).map(([choice, words]) => (
            <Chip
              key={choice}
              selected={theme === choice}
              onSelect={() => chooseTheme(choice as ThemeChoice)}
            >
              {words()}
            </Chip>
          ))}
        </fieldset>
        <div className="max-w-sm">
          <Select
            label={m.more_language()}
            value={getLocale()}
            options={locales.map((locale) => ({ value: locale, label: languageName(locale) }))}
            onChange={({ target }) => isLocale(target.value) && void setLocale(target.value)}
          />
        </div>
      </div>
    </>
  );
}
