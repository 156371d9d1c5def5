import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

const appName = 'RevOps';

const headingIn = (screen: Element | null): HTMLHeadingElement | null =>
  screen?.querySelector<HTMLHeadingElement>('h1') ?? null;

/** A list and its detail both have a heading; the one on screen counts. */
function visibleHeading(): HTMLHeadingElement | null {
  const screen = document.getElementById('screen');
  const all = [...(screen?.querySelectorAll<HTMLHeadingElement>('h1') ?? [])];
  return all.find((heading) => heading.offsetParent !== null) ?? headingIn(screen);
}

function entitle(heading: HTMLHeadingElement): void {
  const words = heading.textContent.trim();
  document.title = words === '' ? appName : `${words} · ${appName}`;
}

/** Whoever listens or uses keys is told where they are; a screen that took the focus itself keeps it. */
function focusHeading(heading: HTMLHeadingElement): void {
  const screen = document.getElementById('screen');
  if (document.querySelector('dialog[open]') !== null) return;
  if (screen?.contains(document.activeElement) && document.activeElement !== screen) return;
  heading.tabIndex = -1;
  heading.style.outline = 'none';
  heading.focus({ preventScroll: true });
}

/** The title of the window follows the heading; after a navigation the heading has the focus. */
export function useScreenHeading(): void {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  useEffect(() => {
    const screen = document.getElementById('screen') ?? document.body;
    let isFocused = first.current === pathname;
    first.current = '';
    const look = (): void => {
      const heading = visibleHeading();
      if (heading === null) return;
      entitle(heading);
      if (!isFocused) focusHeading(heading);
      isFocused = true;
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(screen, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [pathname]);
}
