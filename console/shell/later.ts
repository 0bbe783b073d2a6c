import { lazy } from 'react';

// What no page needs before somebody opens it: a seventh of the shell's scripts.
const palette = () => import('./palette-dialog.tsx');
const keys = () => import('./keys-dialog.tsx');
const menu = () => import('./menu-drawer.tsx');

/** The dialog that asks who you are. */
export const gateDialog = () => import('./gate-dialog.tsx');
/** The search over pages and things. */
export const PaletteDialog = lazy(async () => ({ default: (await palette()).PaletteDialog }));
/** All keys. */
export const KeysDialog = lazy(async () => ({ default: (await keys()).KeysDialog }));
/** The navigation where the window is narrow. */
export const MenuDrawer = lazy(async () => ({ default: (await menu()).MenuDrawer }));

/** Fetches all of it, so that it is there when the line breaks; what cannot be fetched now is asked for again when it is needed. */
export function fetchLater(): void {
  void Promise.allSettled([gateDialog, palette, keys, menu].map((part) => part()));
}
