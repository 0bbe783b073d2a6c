import type { PersonContent, StationContent } from '../people-content.ts';
import { demonstrationPlaces, placeByName } from '../places.ts';
import { cast } from './cast.ts';
import { keyOfName, personFrom, rowsOf } from './names.ts';
import { weekOf } from './week.ts';

// place | keeper | opening hours (week.ts)
const stationTable = `
清溪县|梁秋水 Liang Qiushui|any
城关镇|袁桂生 Yuan Guisheng|any
柳河镇|石春燕 Shi Chunyan|any
石桥镇|武小勤 Wu Xiaoqin|days saturday
东湾镇|谭水莲 Tan Shuilian|days saturday
上坪乡|龙山花 Long Shanhua|days
青岩镇|覃小岩 Qin Xiaoyan|days saturday
白塔镇|尹玉香 Yin Yuxiang|days
枫林乡|苏晚枫 Su Wanfeng|days
南浦镇|胡有余 Hu Youyu|days saturday
云岭乡|章云朵 Zhang Yunduo|days
双井镇|谢甜泉 Xie Tianquan|days saturday
古渡镇|严阿渡 Yan Adu|days
东门社区|钱小满 Qian Xiaoman|any
河街社区|魏金桥 Wei Jinqiao|days saturday
书院社区|樊小书 Fan Xiaoshu|days weekends
五里铺村|安长贵 An Changgui|mornings afternoons
大槐村|向阿槐 Xiang Ahuai|mornings afternoons
上坪村|童小红 Tong Xiaohong|mornings
渡口村|艾青波 Ai Qingbo|mornings afternoons
柳堡村|邱三柳 Qiu Sanliu|days
石桥村|骆长庆 Luo Changqing|days
洪家桥村|洪小桃 Hong Xiaotao|mornings
白果村|欧阳杏 Ouyang Xing|days
湾头村|岳家船 Yue Jiachuan|mornings afternoons
藕塘村|莫小莲 Mo Xiaolian|days
中坪村|庞有粮 Pang Youliang|market-days
罗家寨村|罗四喜 Luo Sixi|market-days
古樟村|殷长青 Yin Changqing|mornings
樱桃沟村|聂红樱 Nie Hongying|days
油坊村|耿香油 Geng Xiangyou|mornings afternoons
桃坞村|桑小桃 Sang Xiaotao|days
枫林村|路秋红 Lu Qiuhong|market-days
盐仓村|卞海生 Bian Haisheng|mornings
云岭村|封云开 Feng Yunkai|market-days
杏花村|祁小杏 Qi Xiaoxing|days
橘洲村|竺橘红 Zhu Juhong|mornings afternoons`;

const words = {
  county: { zh: '服务中心', en: 'Service Centre' },
  town: { zh: '服务所', en: 'Service Station' },
  village: { zh: '服务站', en: 'Service Post' },
} as const;

const built = rowsOf(stationTable).map(([placeName = '', keeperCell = '', hours = ''], index) => {
  const place = placeByName(placeName);
  const keeper = personFrom(keeperCell, place.code, 1_001 + index);
  const station: StationContent = {
    key: keyOfName(
      place.en.replace(/ (County|Town|Township|Village|Community)$/u, place.level === 'village' ? '' : ' $1'),
    ),
    level: place.level,
    placeCode: place.code,
    zh: place.zh + words[place.level].zh,
    en: `${place.en} ${words[place.level].en}`,
    keeperKey: keeper.key,
    telephone: `0000-12${String(34_567 + index * 137).padStart(5, '0')}`,
    openingHours: weekOf(hours),
  };
  return { station, keeper };
});

/** The county centre, 12 town stations and 24 village posts. */
export const stations: readonly StationContent[] = built.map(({ station }) => station);

/** The keepers who are not in the cast: persons without an account of their own in the walks. */
export const stationKeepers: readonly PersonContent[] = built
  .map(({ keeper }) => keeper)
  .filter(({ key }) => !cast.some((member) => member.key === key));

const byPlace = new Map(stations.map((station) => [station.placeCode, station]));

/** The station that answers for a place: its own, otherwise its town's, otherwise the county centre. */
export function stationFor(placeCode: string): StationContent {
  const parentCode = demonstrationPlaces.find(({ code }) => code === placeCode)?.parentCode;
  const station = byPlace.get(placeCode) ?? (parentCode === undefined ? undefined : stationFor(parentCode));
  if (station === undefined) throw new RangeError(`no station answers for ${placeCode}`);
  return station;
}
