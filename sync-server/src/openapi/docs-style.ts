/** Paper and ink as in the app, light and dark by the reader's own choice. */
export const docsStyle = `:root { color-scheme: light dark; --canvas: #eceff3; --surface: #fff; --ink: #0e131a; --ink-2: #3b4552; --rule: #c7cdd6; --carbon: #26309a; }
@media (prefers-color-scheme: dark) { :root { --canvas: #0b0e13; --surface: #141920; --ink: #f2f5f9; --ink-2: #c5cdd8; --rule: #2e3743; --carbon: #b4bcff; } }
body { margin: 0; background: var(--canvas); color: var(--ink); font: 1rem/1.5 system-ui, Roboto, "Noto Sans", sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
a { color: var(--carbon); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.75rem 0; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.25rem; }
article { padding: 0.75rem 1rem; border-bottom: 1px solid var(--rule); background: var(--surface); }
h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; }
p { margin: 0.25rem 0; }
.who { color: var(--ink-2); font-size: 0.875rem; }
.method { display: inline-block; min-width: 4rem; }
summary { padding: 0.75rem 0; cursor: pointer; }
pre { margin: 0; padding: 0.75rem; overflow: auto; border: 1px solid var(--rule); }
:focus-visible { outline: 3px solid var(--carbon); outline-offset: 2px; }
`;
