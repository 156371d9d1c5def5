/**
 * Where the on-screen keyboard covers the page instead of resizing it (iOS), its height becomes `--keyboard`, so that
 * the main button stays above it. Elsewhere it stays 0: the viewport meta asks for resizing.
 */
export function startKeyboardInset(): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const measure = () => {
    const covered =
      viewport.scale === 1 ? Math.max(0, innerHeight - viewport.height - viewport.offsetTop) : 0;
    document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`);
  };
  viewport.addEventListener('resize', measure);
  viewport.addEventListener('scroll', measure);
}
