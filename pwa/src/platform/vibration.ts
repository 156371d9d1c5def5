/** A short tick under the thumb when something is saved; silent where the device cannot or the person prefers calm. */
export function vibrateSaved(): void {
  if (!('vibrate' in navigator) || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  navigator.vibrate(10);
}
