import { bilingual } from '../../kit/texts.ts';

/** Words of pasting from elsewhere. */
export const pasteTexts = bilingual(
  'newsroom.paste',
  {
    reading: '正在整理粘来的内容……',
    lost: (count: number) => `有 ${count} 张图片带不过来。请在原处把图片存下来，再传进来。`,
  },
  {
    reading: 'Tidying what was pasted…',
    lost: (count: number) =>
      count === 1
        ? 'A picture could not be brought along. Please save it where it stands and upload it here.'
        : `${count} pictures could not be brought along. Please save them where they stand and upload them here.`,
  },
);
