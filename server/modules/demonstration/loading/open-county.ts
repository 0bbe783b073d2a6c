import type { App } from '#platform/app';
import type { County } from '#platform/county';
import { countyClock } from '../content/county-time.ts';

/** Names under which the demonstration answers; a port in the address does not matter. */
const hosts = ['localhost', '127.0.0.1', '[::1]'];

/** The demonstration county, opened with its clock held if there is none yet. */
export async function openCounty(app: App): Promise<County> {
  const there = app.counties.all().find((county) => county.demonstration);
  if (there) return there;
  await app.pool.query(
    `with made as (
       insert into platform.counties (id, slug, name, publisher, phone, time_zone, country_pack, languages, demonstration, clock_at, clock_running_since)
       select coalesce(max(id), 0) + 1, 'qingxi', $1, $2, '0000-1234567', 'Asia/Shanghai', 'cn', '{zh-CN,en}', true, $3::timestamptz, null from platform.counties
       returning id)
     insert into platform.hosts (host, county_id) select host, made.id from made, unnest($4::text[]) as host on conflict (host) do nothing`,
    [JSON.stringify({ 'zh-CN': '清溪县', en: 'Qingxi County' }), JSON.stringify({ 'zh-CN': '清溪县融媒体中心', en: 'Qingxi County Media Centre' }), countyClock, hosts],
  );
  await app.counties.reload();
  const opened = app.counties.all().find((county) => county.demonstration);
  if (!opened) throw new Error('the demonstration county could not be opened');
  return opened;
}
