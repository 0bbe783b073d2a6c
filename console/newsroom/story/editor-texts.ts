import { bilingual } from '../../kit/texts.ts';

/** Words about who looks after a story. */
export const editorTexts = bilingual(
  'newsroom.editor',
  {
    editor: '责编',
    nobody: '还没定',
    mine: '归我负责的',
    assign: '定责编',
    whom: '归谁负责',
    assigned: (name: string) => `归${name}负责，已经告诉对方。`,
    mineNow: '归您负责了。',
    freed: '不归谁负责了。',
    named: '稿件发布后，页面上写明责任编辑是谁。',
  },
  {
    editor: 'Editor',
    nobody: 'nobody yet',
    mine: 'Mine to look after',
    assign: 'Assign an editor',
    whom: 'Who looks after it',
    assigned: (name) => `${name} looks after it now and has been told.`,
    mineNow: 'It is yours to look after now.',
    freed: 'Nobody looks after it now.',
    named: 'Once published, the page names its editor.',
  },
);
