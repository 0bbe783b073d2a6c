import { bilingual } from '../kit/texts.ts';

/** Words of the tree of places. */
export const placesTexts = bilingual(
  {
    title: '地方',
    count: (count: number) => `${count} 个`,
    name: '名称', nameEn: '英文名称', level: '级别', code: '代码', localCode: '本地代码', people: '人口', from: '从', until: '到', above: '上级', below: '下级',
    add: '加一个地方', change: '改', move: '挪到别处', end: '撤销', ended: (day: string) => `${day}起撤销`,
    moveTo: '挪到', reason: '为什么', lastDay: '从哪天起', moveHint: '它下面的地方一起挪。', endHint: '撤销后不能再选它；以前的记录照旧。',
    empty: '还没有地方。', publicPage: '居民页面', needed: '请填上。', facts: '基本情况', validFrom: '设立',
  },
  {
    title: 'Places',
    count: (count) => `${count} places`,
    name: 'Name', nameEn: 'Name in English', level: 'Level', code: 'Code', localCode: 'Local code', people: 'People', from: 'From', until: 'Until', above: 'Above', below: 'Below',
    add: 'Add a place', change: 'Change', move: 'Move', end: 'End', ended: (day) => `Ended ${day}`,
    moveTo: 'Move to', reason: 'Why', lastDay: 'From which day', moveHint: 'Everything below moves with it.', endHint: 'It can no longer be chosen; earlier records stay.',
    empty: 'No places yet.', publicPage: 'Public page', needed: 'Please fill this in.', facts: 'Facts', validFrom: 'Since',
  },
);
