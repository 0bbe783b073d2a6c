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
    noTiles: '底图没有取到，画在上面的照样看。',
    groundFailed: '这个浏览器画不了带底图的地图，先看简图。',
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
    noTiles: 'The ground did not come; what is drawn on it is as it should be.',
    groundFailed: 'This browser cannot draw the map with its ground: here is the plain one.',
    km: (km) => `${km} km`,
    none: 'These places have no position yet: nothing can be drawn.',
  },
);
