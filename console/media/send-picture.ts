import type { StoredPictureView } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';

/** Stores a picture, and answers which others of the library look like it. The same picture again is the same picture, so sending twice does no harm. */
export function sendPicture(
  file: File,
  words: { alt?: string; caption?: string; credit?: string; machine?: 'made' | 'changed' } = {},
): Promise<StoredPictureView> {
  const form = new FormData();
  for (const [name, value] of Object.entries(words)) if (value) form.set(name, value);
  form.set('file', file, file.name);
  return act<StoredPictureView>('POST', '/files', form);
}

/** What the file chooser offers; the server decides by the bytes. */
export const pictureTypes = 'image/jpeg,image/png,image/webp';
