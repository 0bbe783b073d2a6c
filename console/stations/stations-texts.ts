import { bilingual } from '../kit/texts.ts';

/** Words of stations. */
export const stationsTexts = bilingual(
  { title: '站点', name: '名称', nameEn: '英文名称', level: '级别', levels: { county: '中心', town: '所', village: '站' }, place: '地方', phone: '电话', keeper: '站长', hours: '开门', closed: '停了', add: '开一个站', change: '改', empty: '还没有站点。', needed: '请填上。', address: '地址', always: '没写', days: { 1: '一', 2: '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '日' }, week: '周' },
  { title: 'Stations', name: 'Name', nameEn: 'Name in English', level: 'Level', levels: { county: 'Centre', town: 'Town station', village: 'Village station' }, place: 'Place', phone: 'Phone', keeper: 'Keeper', hours: 'Open', closed: 'Closed', add: 'Open a station', change: 'Change', empty: 'No stations yet.', needed: 'Please fill this in.', address: 'Address', always: 'not given', days: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' }, week: '' },
);
