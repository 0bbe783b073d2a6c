import type { Edition, PageAssets, PageFrame, PageLanguage, QrCode } from '@xiangyin/server/contract';
import { at, sayIn } from './say.ts';

/** The frame of the sample county, at 18:55 on a Sunday. */
export function sampleFrame(
  language: PageLanguage,
  edition: Edition,
  path: string,
  assets: PageAssets,
  withRibbon = false,
): PageFrame {
  const say = sayIn(language);
  const names = say(
    ['县里的事', '村里的事', '出行', '健康', '上学', '农事', '文化', '找人帮忙', '通知'],
    ['County', 'Villages', 'Travel', 'Health', 'School', 'Farming', 'Culture', 'Neighbours', 'Notices'],
  );
  const slugs = ['county', 'villages', 'travel', 'health', 'school', 'farming', 'culture', 'help', 'notices'];
  return {
    county: {
      siteName: say('清溪', 'Qingxi'),
      name: say('清溪县', 'Qingxi County'),
      publisher: say('清溪县融媒体中心', 'Qingxi County Media Centre'),
      phone: '0000-1234567',
      notices: [
        { kind: 'icp', text: say('演ICP备00000000号', 'Demo ICP 00000000'), href: 'https://beian.miit.gov.cn/' },
        { kind: 'complaints', text: '0000-1234567', href: 'tel:0000-1234567' },
      ],
    },
    language,
    languages: ['zh-CN', 'en'],
    tag: language,
    furtherLanguages: [],
    edition,
    path,
    origin: 'http://localhost:8080',
    now: at(18, 55),
    zone: 'Asia/Shanghai',
    lunarDate: say<string | null>('农历十月十四', 'lunar 14 October'),
    sections: slugs.map((slug, index) => ({ slug, name: names[index] ?? slug })),
    ribbon: withRibbon
      ? {
          level: 'orange',
          text: say(
            '今晚20时起柳河下游水位上涨，沿河6村请把车开到高处。',
            'The lower Liu river rises from 20:00 tonight. Six villages: please move cars to high ground.',
          ),
          language,
          href: '/stories/flood-tonight',
          linkText: null,
        }
      : null,
    readsOnly: false,
    previewAt: null,
    demonstration: { storyWalkHref: '/demonstration/story', orderWalkHref: '/demonstration/order' },
    assets,
  };
}

/** A drawing that looks like a QR code and says nothing. */
export const sampleQr: QrCode = {
  size: 21,
  path: 'M0 0h7v1H1v5h5V1h1v6H0zM2 2h3v3H2zM14 0h7v7h-7V1h1v5h5V1h-6zM16 2h3v3h-3zM0 14h7v1H1v5h5v-5h1v6H0zM2 16h3v3H2zM9 1h2v2H9zM8 4h3v1H8zM12 3h1v3h-1zM8 8h2v2H8zM11 8h3v1h-3zM16 8h2v3h-2zM19 9h2v2h-2zM1 8h3v2H1zM5 10h2v2H5zM9 11h3v2H9zM13 12h2v3h-2zM17 13h3v2h-3zM8 15h2v3H8zM11 16h2v2h-2zM14 17h3v3h-3zM18 18h3v2h-3zM9 19h3v2H9z',
};
