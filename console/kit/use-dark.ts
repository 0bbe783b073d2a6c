import { useSyncExternalStore } from 'react';

/** What the reader wants: as the system has it, or always one. */
export type ThemeWish = 'system' | 'light' | 'dark';

const place = 'xiangyin.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** The wish remembered in this browser. */
export function themeWish(): ThemeWish {
  const value = localStorage.getItem(place);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Changes the wish for this browser. */
export function setThemeWish(wish: ThemeWish): void {
  localStorage.setItem(place, wish);
  for (const listener of listeners) listener();
}

const isDark = (): boolean => (themeWish() === 'system' ? system.matches : themeWish() === 'dark');

/** Whether the screen is dark now. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

/** The wish, for the settings. */
export const useThemeWish = (): ThemeWish => useSyncExternalStore(subscribe, themeWish);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}
