import { bilingual } from '../kit/texts.ts';

/** Words of bringing in a list of people. */
export const importTexts = bilingual(
  'people.import',
  {
    title: '导入一批人',
    open: '导入',
    lead: '一张表，第一行是列名。只有“姓名”必填；电话、邮箱、地方、署名、语言、监护人、监护人电话有就带上。地方写村镇的名字或编号。',
    kinds: 'Excel（.xlsx）或 CSV，最多 1000 人',
    choose: '选文件',
    template: '下载空表',
    /** The first line of the empty table: data, which a further language does not say otherwise. */
    heads: '姓名,电话,邮箱,地方,署名,语言,监护人,监护人电话',
    unreadable: '这个文件读不了。请另存为 .xlsx 或 CSV 再试。',
    tooLarge: '文件太大：最多 5 MB、1000 人、40 列。',
    ignored: (heads: string) => `不认识的列，没有带上：${heads}`,
    line: '行',
    name: '姓名',
    phone: '电话',
    place: '地方',
    what: '怎么办',
    verdicts: { new: '新的', same: '已有', conflict: '要看一下', wrong: '有错' },
    conflict: '电话或邮箱是别人的。是另一个人就勾上。',
    see: '看那个人',
    counts: (fresh: number, same: number, conflict: number, wrong: number) =>
      `新的 ${fresh} 人，已有 ${same} 人，要看 ${conflict} 人，有错 ${wrong} 行。`,
    wrongStay: '有错的行不会导入；改好文件再导入一次，已有的不会重复。',
    make: (count: number) => `导入 ${count} 人`,
    made: (count: number) => `导入了 ${count} 人。`,
    undo: '撤回',
    undoHint: '十分钟里可以撤回；已经给了账户、职责的人会留下。',
    undone: (gone: number, kept: number) =>
      kept > 0 ? `撤回了 ${gone} 人；${kept} 人已经有别的记录，留着。` : `撤回了 ${gone} 人。`,
    another: '换一个文件',
    close: '好',
    all: '全部',
  },
  {
    title: 'Import a list of people',
    open: 'Import',
    lead: 'A table whose first row names its columns. Only “name” is needed; phone, e-mail, place, shown as, language, guardian and guardian phone are taken along. A place is a name or a code.',
    kinds: 'Excel (.xlsx) or CSV, 1000 people at most',
    choose: 'Choose a file',
    template: 'Empty table',
    heads: 'Name,Phone,E-mail,Place,Shown as,Language,Guardian,Guardian phone',
    unreadable: 'This file cannot be read. Save it as .xlsx or CSV and try again.',
    tooLarge: 'The file is too large: 5 MB, 1000 people and 40 columns at most.',
    ignored: (heads: string) => `Columns that are not known and are left out: ${heads}`,
    line: 'Line',
    name: 'Name',
    phone: 'Phone',
    place: 'Place',
    what: 'What becomes of it',
    verdicts: { new: 'New', same: 'There already', conflict: 'Have a look', wrong: 'Wrong' },
    conflict: 'The phone or address is somebody else’s. Tick it if this is another person.',
    see: 'See that person',
    counts: (fresh: number, same: number, conflict: number, wrong: number) =>
      `New: ${fresh}. There already: ${same}. To look at: ${conflict}. Wrong: ${wrong}.`,
    wrongStay: 'Wrong lines are left out; mend the file and import it again: nobody is added twice.',
    make: (count: number) => (count === 1 ? 'Import 1 person' : `Import ${count} people`),
    made: (count: number) => (count === 1 ? '1 person written down.' : `${count} people written down.`),
    undo: 'Undo',
    undoHint: 'For ten minutes this can be undone; whoever has an account or a duty by then stays.',
    undone: (gone: number, kept: number) =>
      kept > 0
        ? `${gone} taken out again; ${kept} ${kept === 1 ? 'stays: there are' : 'stay: there are'} other records of them.`
        : `${gone} taken out again.`,
    another: 'Another file',
    close: 'Done',
    all: 'All',
  },
);
