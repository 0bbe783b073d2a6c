import type { StoryKey } from './story-list.ts';

/** A recording that stands in a story: made by program like the pictures, shipped as it is played. */
export interface RecordingContent {
  readonly key: string;
  readonly story: StoryKey;
  readonly kind: 'audio' | 'video';
  /** In `recordings/`; it is its own smaller file as well. */
  readonly file: string;
  readonly poster?: string;
  readonly name: string;
  readonly placeName: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly credit: string;
  readonly rightsHolder: string;
  readonly licence: string;
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly peaks: readonly number[];
  readonly zh: Told;
  readonly en: Told;
}

/** `link` are the words in the text under which it is played; `lines` what is heard and seen, from second to second. */
interface Told {
  readonly link: string;
  readonly lines: readonly (readonly [from: number, until: number, words: string])[];
}

/** The sound and the video of the demonstration. */
export const demonstrationRecordings: readonly RecordingContent[] = [
  {
    key: 'asking-the-river',
    story: 'drum-team',
    kind: 'audio',
    file: 'drums.m4a',
    name: '《问河》一段.m4a',
    placeName: '石桥镇',
    by: 'chenxi',
    hoursAgo: 140,
    credit: '石桥鼓队（演示用，程序合成）',
    rightsHolder: '石桥鼓队',
    licence: '本县网站和公众号可用，用时写明鼓队',
    seconds: 15,
    width: 0,
    height: 0,
    peaks: [
      0, 1, 1, 2, 3, 3, 30, 22, 12, 10, 20, 26, 23, 20, 19, 8, 34, 25, 14, 9, 7, 35, 21, 36, 25, 17, 12, 22, 32, 35, 14,
      22, 12, 37, 36, 17, 9, 6, 39, 27, 28, 25, 12, 21, 15, 21, 17, 9, 33, 14, 8, 8, 6, 5, 2, 30, 32, 31, 35, 24, 28,
      22, 21, 23, 13, 40, 22, 11, 9, 5, 4, 3, 38, 40, 31, 33, 18, 12, 16, 14, 22, 12, 15, 10, 5, 28, 14, 8, 5, 28, 24,
      12, 32, 21, 14, 19, 20, 31, 19, 21, 17, 8, 36, 20, 11, 5, 35, 35, 16, 24, 27, 22, 20, 28, 27, 17, 10, 5, 4, 28,
      16, 9, 5, 27, 25, 13, 25, 31, 26, 27, 33, 36, 28, 15, 7, 6, 36, 23, 13, 7, 5, 36, 19, 10, 7, 5, 3, 2, 2, 2, 1, 1,
      1, 1, 1, 1, 0, 0, 0, 0,
    ],
    zh: {
      link: '听一段《问河》（15 秒）',
      lines: [
        [0, 0.5, '（河水声）'],
        [0.5, 3.6, '（鼓打一句，对岸的回声低低地跟上来）'],
        [3.6, 7, '（鼓打第二句，快一些；回声又跟上来）'],
        [7, 10.2, '（第一句再打一遍）'],
        [10.2, 13, '（鼓点越来越密，三下收住）'],
        [13, 15, '（回声，河水声）'],
      ],
    },
    en: {
      link: 'Hear a piece of “Asking the River” (15 seconds)',
      lines: [
        [0, 0.5, '(The river)'],
        [0.5, 3.6, '(The drums play a phrase; the far bank answers, low)'],
        [3.6, 7, '(A second, quicker phrase, and its echo)'],
        [7, 10.2, '(The first phrase again)'],
        [10.2, 13, '(Faster and faster, and three last beats)'],
        [13, 15, '(The echo, the river)'],
      ],
    },
  },
  {
    key: 'last-trip',
    story: 'bamboo-rafts',
    kind: 'video',
    file: 'raft.mp4',
    poster: 'raft.jpg',
    name: '竹排最后一趟.mp4',
    placeName: '青岩镇',
    by: 'hexiaomai',
    hoursAgo: 880,
    credit: '演示用，程序画的',
    rightsHolder: '清溪县融媒体中心',
    licence: 'CC BY 4.0',
    seconds: 10,
    width: 640,
    height: 360,
    peaks: [],
    zh: {
      link: '看一眼桃溪上的最后一趟（10 秒）',
      lines: [
        [0, 3, '（溪水声。排工撑一张竹排从左边来，戴着斗笠）'],
        [3, 7, '（竹篙入水。排上有两把小竹椅）'],
        [7, 10, '（竹排慢慢划过去，岸边的草在动）'],
      ],
    },
    en: {
      link: 'See the last trip on Peach Brook (10 seconds)',
      lines: [
        [0, 3, '(Running water. A raftsman in a straw hat poles a bamboo raft in from the left)'],
        [3, 7, '(The pole dips. Two little bamboo chairs stand on the raft)'],
        [7, 10, '(The raft passes slowly; grass moves on the bank)'],
      ],
    },
  },
];
