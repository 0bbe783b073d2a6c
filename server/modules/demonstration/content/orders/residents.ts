import type { OrderContent } from '../order-content.ts';
import type { Chance } from '../random.ts';

const surnames = `王 Wang,李 Li,张 Zhang,刘 Liu,陈 Chen,杨 Yang,黄 Huang,赵 Zhao,吴 Wu,周 Zhou,徐 Xu,孙 Sun,朱 Zhu,马 Ma,林 Lin,郭 Guo,何 He,高 Gao,罗 Luo,郑 Zheng,梁 Liang,谢 Xie,宋 Song,唐 Tang,许 Xu,韩 Han,冯 Feng,曹 Cao,彭 Peng,曾 Zeng,肖 Xiao,田 Tian,董 Dong,潘 Pan,袁 Yuan,蔡 Cai,蒋 Jiang,余 Yu,于 Yu,杜 Du,叶 Ye,程 Cheng,苏 Su,魏 Wei,吕 Lü,丁 Ding,任 Ren,沈 Shen,姚 Yao,卢 Lu,姜 Jiang,崔 Cui,钟 Zhong,谭 Tan,陆 Lu,汪 Wang,范 Fan,石 Shi,廖 Liao,贾 Jia`;

const givenNames = `桂兰 Guilan,玉珍 Yuzhen,长根 Changgen,水根 Shuigen,福生 Fusheng,来喜 Laixi,金凤 Jinfeng,银花 Yinhua,春兰 Chunlan,秋菊 Qiuju,冬生 Dongsheng,小妹 Xiaomei,阿珍 Azhen,阿根 Agen,宝根 Baogen,有田 Youtian,有福 Youfu,守义 Shouyi,守成 Shoucheng,腊梅 Lamei,巧珍 Qiaozhen,月英 Yueying,凤仙 Fengxian,翠花 Cuihua,仁和 Renhe,德顺 Deshun,德贵 Degui,满堂 Mantang,满囤 Mantun,顺子 Shunzi,双喜 Shuangxi,三喜 Sanxi,四妹 Simei,细妹 Ximei,大力 Dali,小勤 Xiaoqin,小琴 Xiaoqin,丽华 Lihua,丽娟 Lijuan,海燕 Haiyan,晓红 Xiaohong,晓梅 Xiaomei,雪梅 Xuemei,红霞 Hongxia,彩云 Caiyun,云香 Yunxiang,香莲 Xianglian,木根 Mugen,树生 Shusheng,柏林 Bolin,松年 Songnian,开明 Kaiming,忠厚 Zhonghou,老实 Laoshi,庆丰 Qingfeng,谷雨 Guyu,立夏 Lixia,小寒 Xiaohan,芒种 Mangzhong,白露 Bailu`;

const pairsOf = (list: string): [string, string][] =>
  list.split(',').map((cell) => {
    const [zh = '', en = ''] = cell.split(' ');
    return [zh, en];
  });

type Resident = OrderContent['orderedBy'];

/** The people who order, made up one by one: in a village where somebody ordered before, now and then the same one again. */
export function residentsFrom(chance: Chance): (villageCode: string) => Resident {
  const neighbours = new Map<string, Resident[]>();
  const names = new Set<string>();
  const families = pairsOf(surnames);
  const givens = pairsOf(givenNames);
  const stranger = (): Resident => {
    const [family, familyEn] = chance.pick(families);
    const [given, givenEn] = chance.pick(givens);
    const name = family + given;
    if (names.has(name)) return stranger();
    names.add(name);
    return { name, nameEn: `${familyEn} ${givenEn}`, phone: `1990002${String(names.size * 31).padStart(4, '0')}` };
  };
  return (villageCode) => {
    const known = neighbours.get(villageCode) ?? [];
    if (known.length > 0 && chance.happens(0.35)) return chance.pick(known);
    const resident = stranger();
    neighbours.set(villageCode, [...known, resident]);
    return resident;
  };
}
