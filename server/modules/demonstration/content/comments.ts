/** What colleagues said to each other beside a text. */
export interface CommentContent {
  key: string;
  /** As it was loaded: `story:roof-tiles:zh`, `draft:ferry-timetable`. */
  at: string;
  by: string;
  hoursAgo: number;
  part: 'body' | 'deck' | 'story';
  quote: string;
  words: string;
  answers: readonly { by: string; hoursAgo: number; words?: string; settles?: true }[];
}

/** Open and settled ones, at a text in review and at a draft. */
export const demonstrationComments: readonly CommentContent[] = [
  {
    key: 'tiles-count',
    at: 'story:roof-tiles:zh',
    by: 'zhouyan',
    hoursAgo: 3.4,
    part: 'body',
    quote: '一面坡大约1800片',
    words: '是岳师傅说的数，还是数出来的？',
    answers: [
      { by: 'linxiaohe', hoursAgo: 3.1, words: '岳师傅说的。记者照着数了一小块，差不多。' },
      { by: 'zhouyan', hoursAgo: 3, settles: true },
    ],
  },
  {
    key: 'tiles-health',
    at: 'story:roof-tiles:zh',
    by: 'shenqiu',
    hoursAgo: 1.7,
    part: 'body',
    quote: '桥西的盲人按摩师老方',
    words: '老方愿意这样写进稿子里吗？请问一声，不愿意就写“桥西一户人家”。',
    answers: [{ by: 'linxiaohe', hoursAgo: 1.2, words: '下午有人去白塔，当面问。' }],
  },
  {
    key: 'ferry-photo',
    at: 'draft:ferry-timetable',
    by: 'linxiaohe',
    hoursAgo: 1.1,
    part: 'story',
    quote: '',
    words: '渡口的照片拍到了没有？最好有水位尺。',
    answers: [],
  },
];
