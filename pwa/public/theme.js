// Runs before the first paint, so that a chosen theme never flashes. Kept apart from the bundle because the content
// security policy forbids inline scripts. Same key as src/platform/theme.ts.
try {
  const choice = localStorage.getItem('revops-theme');
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // Storage may be blocked; the system theme then applies.
}
