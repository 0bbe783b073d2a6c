/** A form or notice as a station hands it out: a heading and lines. */
export interface MaterialContent {
  readonly key: string;
  readonly name: string;
  readonly placeName: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly credit: string;
  readonly lines: readonly string[];
}

/** Documents in the library. */
export const demonstrationMaterials: readonly MaterialContent[] = [
  {
    key: 'carpentry-form',
    name: '木工班报名表.docx',
    placeName: '石桥镇',
    by: 'chenxi',
    hoursAgo: 52,
    credit: '石桥镇服务站',
    lines: [
      '石桥镇木工班报名表',
      '姓名：＿＿＿＿＿＿　　电话：＿＿＿＿＿＿＿＿',
      '想学什么：□ 修小板凳　□ 换门闩　□ 做一只工具箱',
      '哪天能来：□ 周六上午　□ 周六下午　□ 周日上午',
      '不识字、不方便写的，打电话说一声就行；填不填都能来。',
    ],
  },
  {
    key: 'bridge-notice',
    name: '柳河桥限重通行的通知.docx',
    placeName: '柳河镇',
    by: 'linxiaohe',
    hoursAgo: 30,
    credit: '柳河镇',
    lines: [
      '柳河桥限重通行的通知',
      '柳河桥修好以后限重十吨。超过十吨的车请走下游三里的新渡桥。',
      '夜里十点到早上五点不放大车上桥。',
      '有急事过不去的，打桥头值班电话，值班的人带路。',
    ],
  },
];
