import type { Page } from 'playwright-core';

/** What a hand did since it was last asked: taps, and keys that are no typing into a field. */
export interface Done {
  readonly taps: number;
  readonly keys: number;
}

// Text, not a function: what compiles these files wraps functions in something no page knows.
const listen = `(() => {
  if (globalThis.isCounting) return;
  globalThis.isCounting = true;
  // Digits on the screen's own keypad are typing, as they are on the phone's.
  const isDigit = (target) => target.closest('fieldset[aria-label="Keypad"]') !== null;
  const isField = (target) => target.closest('input:not([type=radio], [type=checkbox]), textarea') !== null;
  addEventListener('pointerdown', (event) => {
    if (event.isTrusted && !isDigit(event.target)) void globalThis.countOfHand('tap');
  }, true);
  addEventListener('keydown', (event) => {
    if (event.isTrusted && !isField(event.target)) void globalThis.countOfHand('key');
  }, true);
})()`;

/** Counts in the page what really arrives there, so that no step of a test is left out by its author. */
export class Hand {
  #taps = 0;
  #keys = 0;

  static async of(page: Page): Promise<Hand> {
    const hand = new Hand();
    await page.exposeBinding('countOfHand', (_source, what: string) => {
      if (what === 'tap') hand.#taps += 1;
      else hand.#keys += 1;
    });
    await page.addInitScript(listen);
    await page.evaluate(listen);
    return hand;
  }

  take(): Done {
    const done = { taps: this.#taps, keys: this.#keys };
    [this.#taps, this.#keys] = [0, 0];
    return done;
  }
}
