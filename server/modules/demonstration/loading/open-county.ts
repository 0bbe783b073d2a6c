import { addCounty } from '#platform/add-county';
import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { countyClock } from '../content/county-time.ts';

/** The demonstration county, opened with its clock held if there is none yet. */
export async function openCounty(app: App): Promise<County> {
  const there = app.counties.all().find((county) => county.demonstration);
  return (
    there ??
    addCounty(app, {
      slug: 'qingxi',
      name: { 'zh-CN': '清溪县', en: 'Qingxi County' },
      publisher: { 'zh-CN': '清溪县融媒体中心', en: 'Qingxi County Media Centre' },
      phone: '0000-1234567',
      timeZone: 'Asia/Shanghai',
      countryPack: 'cn',
      languages: ['zh-CN', 'en'],
      demonstration: true,
      clockAt: countyClock,
      hosts: ['localhost', '127.0.0.1', '[::1]'],
      // Made up, and seen to be.
      settings: { registration: { icp: '演ICP备00000000号', complaints: '0000-1234567' } },
    })
  );
}
