import { bilingual } from '../../kit/texts.ts';

/** Words of every map. */
export const mapTexts = bilingual(
  'volunteering.map',
  {
    groundTitle: (title: string) => `${title}，方向键移动，加号减号放大缩小`,
    nearer: '放大',
    farther: '缩小',
    metres: '米',
    kilometres: '公里',
    withControl: '按住 Ctrl 再滚动，放大缩小地图',
    withCommand: '按住 ⌘ 再滚动，放大缩小地图',
    withTwoFingers: '用两个手指移动地图',
    faults: {
      browser: '这个浏览器画不了带底图的地图，先看简图。',
      tiles: '底图没有取到，先看简图。',
    },
    again: '再取一次',
    km: (km: number) => `${km} 公里`,
    none: '这里的村子还没有位置，画不出来。',
  },
  {
    groundTitle: (title) => `${title}: arrow keys move it, plus and minus zoom`,
    nearer: 'Zoom in',
    farther: 'Zoom out',
    metres: 'm',
    kilometres: 'km',
    withControl: 'Hold Ctrl and scroll to zoom the map',
    withCommand: 'Hold ⌘ and scroll to zoom the map',
    withTwoFingers: 'Move the map with two fingers',
    faults: {
      browser: 'This browser cannot draw the map with its ground: here is the plain one.',
      tiles: 'The ground did not come: here is the plain map.',
    },
    again: 'Ask for it again',
    km: (km) => `${km} km`,
    none: 'These places have no position yet: nothing can be drawn.',
  },
);
