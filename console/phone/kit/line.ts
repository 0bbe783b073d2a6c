import { cell } from './cell.ts';

/** Whether the last word from the network was good. Begins with what the device believes. */
export const onLine = cell<boolean>(navigator.onLine);

addEventListener('online', () => onLine.set(true));
addEventListener('offline', () => onLine.set(false));
