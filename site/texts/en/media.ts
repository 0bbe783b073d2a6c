import type { Texts } from '../zh-CN.ts';

/** Words of the pages of recordings and documents. */
export const media: Texts['media'] = {
  material: {
    notYet: 'This is still being prepared. Please come back a little later.',
    transcript: 'What is said and seen',
    take: (size) => `Download (${size})`,
  },
};
