import { bilingual } from '../../kit/texts.ts';

/** Words of what correspondents send along with a text. */
export const attachmentTexts = bilingual(
  'newsroom.attachment',
  {
    title: '随稿附件',
    coming: (percent: number) => `还在路上，到了 ${percent}%`,
    comingHint: '手机有网就接着传，关了再开也不从头来。文字可以先看。',
    notBegun: '还没开始传',
    refused: '没收到',
    put: '放进正文',
    putHint: '放在光标那一段后面，单独一段，读者就在那里看、听或下载。',
    open: '打开文件',
    library: '素材页',
    remove: '拿掉',
    removeSure: (here: boolean) =>
      here ? '它不再跟着这篇稿件；素材库里的还在。' : '它不再跟着这篇稿件，还没传完的部分手机也不再传。',
    failed: '随稿附件没有取到。',
    again: '再试一次',
  },
  {
    title: 'Sent along',
    coming: (percent: number) => `On its way, ${percent}% is here`,
    comingHint:
      'The telephone goes on whenever it has a line, also after it was closed. The text can be read meanwhile.',
    notBegun: 'Not begun yet',
    refused: 'Not taken',
    put: 'Put into the text',
    putHint: 'After the paragraph with the cursor, as one of its own; readers watch, hear or fetch it there.',
    open: 'Open the file',
    library: 'In the library',
    remove: 'Take away',
    removeSure: (here: boolean) =>
      here
        ? 'It no longer goes with this story; the library keeps it.'
        : 'It no longer goes with this story, and the telephone stops sending the rest.',
    failed: 'What was sent along could not be fetched.',
    again: 'Try again',
  },
);
