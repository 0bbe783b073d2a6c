import { bilingual } from '../../kit/texts.ts';

/** Words of a text that is read, and of what changed in it. */
export const textTexts = bilingual(
  'newsroom.text',
  {
    marks: { ins: '加了', del: '去了', figure: '图片', alt: '读屏听到：' },
    forms: {
      language: '语言',
      title: '标题',
      deck: '导语',
      paragraph: '一段话',
      heading2: '小标题',
      heading3: '小小标题',
      rule: '分隔线',
      figure: '图片',
      bulletList: '列表',
      orderedList: '编号列表',
      blockquote: '引用',
      factBox: '要点框',
      table: '表格',
      gallery: '图集',
    },
    formChanged: (before: string, after: string) => `${before}改成${after}`,
  },
  {
    marks: { ins: 'added', del: 'removed', figure: 'Picture', alt: 'Read aloud as: ' },
    forms: {
      language: 'language',
      title: 'headline',
      deck: 'lead',
      paragraph: 'paragraph',
      heading2: 'heading',
      heading3: 'subheading',
      rule: 'rule',
      figure: 'picture',
      bulletList: 'list',
      orderedList: 'numbered list',
      blockquote: 'quotation',
      factBox: 'fact box',
      table: 'table',
      gallery: 'gallery',
    },
    formChanged: (before, after) => `${before} became ${after}`,
  },
);
