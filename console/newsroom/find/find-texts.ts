import { bilingual } from '../../kit/texts.ts';

/** Words of finding and replacing in the editor. */
export const findTexts = bilingual(
  'newsroom.find',
  {
    tool: '查找和替换（Ctrl+F）',
    find: '查找',
    replace: '换成',
    previous: '上一处（Shift+Enter）',
    next: '下一处（Enter）',
    matchCase: '分大小写',
    withReplace: '替换',
    one: '换这处',
    every: '全部换',
    close: '收起（Esc）',
    count: (at: number, all: number) => (at === 0 ? `${all} 处` : `第 ${at} 处，共 ${all} 处`),
    none: '没有',
    replaced: (count: number) => `换了 ${count} 处。Ctrl+Z 可以一次撤回。`,
    tooLong: (left: number) => `标题或导语放不下，${left} 处没有换。`,
  },
  {
    tool: 'Find and replace (Ctrl+F)',
    find: 'Find',
    replace: 'Replace with',
    previous: 'Previous (Shift+Enter)',
    next: 'Next (Enter)',
    matchCase: 'Match case',
    withReplace: 'Replace',
    one: 'Replace this',
    every: 'Replace all',
    close: 'Close (Esc)',
    count: (at: number, all: number) => (at === 0 ? `${all} found` : `${at} of ${all}`),
    none: 'Not found',
    replaced: (count: number) => `${count} replaced. Ctrl+Z takes them back at once.`,
    tooLong: (left: number) => `No room in headline or lead: ${left} not replaced.`,
  },
);
