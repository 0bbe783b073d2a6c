import { bilingual } from '../kit/texts.ts';

/** Words of beginning a story. */
export const newStoryTexts = bilingual(
  'newsroom.new-story',
  {
    title: '写一篇',
    language: '用什么语言',
    section: '栏目',
    places: '和哪里有关',
    kind: '类别',
    validUntil: '有效到',
    begin: '开始写',
    needed: '请选一个。',
    noSections: '还没有栏目。先开一个，才能写稿。',
    openSection: '去开栏目',
    noSectionsAsk: '请总编或管理员先开一个。',
    noticeHint: '通知过了时间，页面会自己说明已结束。',
  },
  {
    title: 'Write a story',
    language: 'Language',
    section: 'Section',
    places: 'Which places it concerns',
    kind: 'Kind',
    validUntil: 'Valid until',
    begin: 'Begin writing',
    needed: 'Please choose.',
    noSections: 'There is no section yet; open one first.',
    openSection: 'Go to sections',
    noSectionsAsk: 'Please ask the chief editor or an administrator to open one.',
    noticeHint: 'When a notice is over, its page says so by itself.',
  },
);
