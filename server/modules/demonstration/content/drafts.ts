/** Texts that a correspondent has begun and not yet handed in: words without a picture, as typed on a phone. */
export interface DraftContent {
  key: string;
  section: 'villages' | 'farming' | 'culture';
  placeNames: readonly string[];
  hoursAgo: number;
  title: string;
  deck: string;
  paragraphs: readonly string[];
}

/** What 陈溪 still has on the phone. */
export const demonstrationDrafts: readonly DraftContent[] = [
  {
    key: 'ferry-timetable',
    section: 'villages',
    placeNames: ['柳河镇', '渡口村'],
    hoursAgo: 2.6,
    title: '水退以后，渡口村的渡船改几点开',
    deck: '',
    paragraphs: [
      '船工老艾说，水退到警戒线下面三十厘米才开船，头一班提前到六点，赶早市的能坐上。',
      '要补问：学生票还是不是一元？回程末班几点？',
    ],
  },
  {
    key: 'rice-drying',
    section: 'farming',
    placeNames: ['柳河镇', '大槐村'],
    hoursAgo: 28,
    title: '三家合用一个烘干棚，晚稻没淋着雨',
    deck: '大槐村的三户人家去年一起买了旧烘干机，今年头一回派上用场。',
    paragraphs: [
      '棚子搭在老槐树东边，能放两吨谷子。谁家先收谁家先用，电费按表上的数平摊。',
      '昨天夜里下雨，棚里烘着向家的一千八百斤。老向半夜起来翻了两回，说听见雨打铁皮，心里反倒踏实。',
    ],
  },
  {
    // With the slips that one makes on a telephone, so that the checks beside the text have something to say.
    key: 'stool-class-again',
    section: 'culture',
    placeNames: ['柳河镇'],
    hoursAgo: 1.2,
    title: '石桥镇的木工班来柳河再开一期，12月6日（周六）开课',
    deck: '小板凳没学够的人多,老木匠说再教一次。',
    paragraphs: [
      '上一期在石桥镇老粮仓，来了约30人左右，既使没抢到位子，也有人站着看完。这一期每场收12-15人，学费不收，料钱25元。',
      '报名找柳河镇水利所隔壁的服务站。带《木工入门》、《榫卯图解》来的，老木匠愿意一起翻翻。',
    ],
  },
  {
    key: 'opera-stage',
    section: 'culture',
    placeNames: ['柳河镇', '桑园村'],
    hoursAgo: 75,
    title: '桑园村的老戏台要换十二块楼板',
    deck: '',
    paragraphs: [
      '木匠量过了，换的是台口那一排，用的是去年刮倒的那棵杉木。',
      '照片等天晴再拍。换好以后唱哪一出，村里还在商量。',
    ],
  },
];

/** Texts that were handed in and that a reviewer answered otherwise than by signing. `note` is what they said. */
export const demonstrationAnswered: readonly (DraftContent & {
  answer: 'held' | 'rejected' | 'merged';
  answeredHoursAgo: number;
  note: string;
  /** The story that took it over. */
  mergedInto?: 'autumn-market';
  remindInHours?: number;
})[] = [
  {
    key: 'tea-hut-reading',
    section: 'villages',
    placeNames: ['柳河镇', '桑园村'],
    hoursAgo: 52,
    answer: 'held',
    answeredHoursAgo: 49,
    note: '写得好，等冬至前后和腊月的专版一起用。',
    remindInHours: 24 * 9,
    title: '桑园村的茶亭，冬天留一壶热水给走路的人',
    deck: '',
    paragraphs: [
      '从冬至到立春，桑园村口的茶亭每天早上六点半有人添水。添水的人是轮着来的，这个月是老桑头一家。',
      '茶亭没有门，壶放在灶上，碗倒扣在竹匾里。走路去县城赶早车的人，喝一碗再走，碗自己冲一下。',
    ],
  },
  {
    key: 'kindergarten-gate',
    section: 'villages',
    placeNames: ['柳河镇'],
    hoursAgo: 98,
    answer: 'rejected',
    answeredHoursAgo: 95,
    note: '已经有人写过\n这件事上周五发过了，您补的家长的话很好，下次我们一起做后续。',
    title: '柳河镇幼儿园门口新划了接送车位',
    deck: '',
    paragraphs: [
      '柳河镇幼儿园门口新划了十二个接送车位，早上七点半到八点、下午四点到四点半可以停十分钟。',
      '家长老周说，以前要停到桥那头，下雨天抱着孩子走一里路。',
    ],
  },
  {
    key: 'fair-scales',
    section: 'villages',
    placeNames: ['枫林乡'],
    hoursAgo: 66,
    answer: 'merged',
    answeredHoursAgo: 64,
    note: '',
    mergedInto: 'autumn-market',
    title: '枫林乡四家人赶秋收集市，公平秤还在入口',
    deck: '',
    paragraphs: [
      '枫林乡带南瓜和山药，四家人合用两个摊位。云岭乡的许家兄弟说，他们那杆公平秤今年还摆在入口，买了东西觉得分量不对，可以去称一称，差多少补多少。',
    ],
  },
];

/** What readers wrote under "report an error", and not answered yet. `story` is where. */
export const demonstrationReports: readonly {
  key: string;
  story: 'autumn-market' | 'library-half-day';
  hoursAgo: number;
  words: string;
  quote: string;
  contact: string | null;
}[] = [
  {
    key: 'market-day',
    story: 'autumn-market',
    hoursAgo: 5.2,
    words: '集市的钟楼那边写的是东口进，我去的时候东口封着，是从北口进的。',
    quote: '',
    contact: null,
  },
  {
    key: 'library-door',
    story: 'library-half-day',
    hoursAgo: 1.4,
    words: '还书箱在侧门，不在正门，我妈找了半天。',
    quote: '',
    contact: '借书证后四位 0417',
  },
];
