import type { ConsentListView } from '@xiangyin/server/contract';
import { act } from '../../kit/api.ts';

/** Puts a form with a consent, in place of one that was there. */
export function sendForm(id: string, file: File): Promise<ConsentListView> {
  const form = new FormData();
  form.set('file', file, file.name);
  return act<ConsentListView>('POST', `/consents/${id}/form`, form);
}

/** What the file chooser offers; the server decides by the bytes. */
export const formTypes = 'image/jpeg,image/png,image/webp,application/pdf,audio/*';
