/** What is read aloud of an element: its label, or what stands in it. */
function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby');
  const said = labelled === null ? undefined : document.getElementById(labelled)?.textContent;
  return (element.getAttribute('aria-label') ?? said ?? element.textContent).trim();
}

/** The one element of a role with this name. */
export function byName(within: HTMLElement, role: 'button' | 'link', name: string | RegExp): HTMLElement {
  const all = Array.from(within.querySelectorAll<HTMLElement>(role === 'button' ? 'button' : 'a[href]'));
  const found = all.filter((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} of ${role} ${String(name)} among: ${all.map(nameOf).join(' | ')}`);
  return only;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The control that a label names. */
export function fieldNamed(within: HTMLElement, label: string): Control {
  const labels = Array.from(within.querySelectorAll('label'));
  const id = labels.find((one) => one.textContent.trim() === label)?.htmlFor ?? '';
  const field = document.getElementById(id);
  if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  )
    return field;
  throw new Error(`No field ${label} among: ${labels.map((one) => one.textContent).join(' | ')}`);
}

/** All that is written, one part after the other. */
export const wholeText = (within: HTMLElement): string =>
  Array.from(within.querySelectorAll('*'))
    .flatMap((element) => Array.from(element.childNodes))
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
