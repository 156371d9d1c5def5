import type { ComponentType } from 'react';

/**
 * A screen in a chunk of its own; the router keeps the old screen until the new one is there. A chunk that cannot be
 * fetched is thrown by the screen itself: the router shows nothing at all when `lazy` rejects.
 */
export const lazyScreen =
  <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  async (): Promise<{ Component: ComponentType }> => {
    try {
      return { Component: (await load())[name] };
    } catch (error) {
      return {
        Component: () => {
          throw error;
        },
      };
    }
  };
