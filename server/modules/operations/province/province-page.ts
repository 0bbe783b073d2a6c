import { leastShown, provinceNames } from './province-figures.ts';
import type { ProvinceFigures, ProvinceName, Shown } from './province-figures.ts';

const words: Readonly<Record<ProvinceName, string>> = {
  stories: '发布的稿件 · Stories published',
  visits: '上门服务 · Visits done',
  hours: '志愿服务小时 · Hours of service',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page as one file that needs nothing else: it can be sent, printed, or put on any server. `title`: of the province. */
export function provincePageText({ year, counties, sums }: ProvinceFigures, title: string): string {
  const largest = Object.fromEntries(
    provinceNames.map((one) => [one, Math.max(0, ...counties.map(({ figures }) => figures[one] ?? 0))]),
  );
  const rows = counties.map(
    ({ name, figures }) =>
      `<tr><th scope="row">${escaped(name['zh-CN'])}${name.en === name['zh-CN'] ? '' : ` <span lang="en">${escaped(name.en)}</span>`}</th>${provinceNames
        .map((one) => cell(figures[one], largest[one] ?? 0))
        .join('')}</tr>`,
  );
  const heads = provinceNames.map((one) => `<th scope="col">${words[one]}</th>`).join('');
  const foot = provinceNames.map((one) => cell(sums[one], 0)).join('');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)} ${year}</title>
<style>${style}</style>
<main>
<h1>${escaped(title)}</h1>
<p class="year">${year} 年 · ${counties.length} 个县 · ${counties.length} counties</p>
<div class="wide" tabindex="0" role="region" aria-label="${escaped(title)} ${year}">
<table>
<thead><tr><th scope="col">县 · County</th>${heads}</tr></thead>
<tbody>${rows.join('\n')}</tbody>
<tfoot><tr><th scope="row">写出来的合计 · Sum of what is shown</th>${foot}</tr></tfoot>
</table>
</div>
<p class="note">不到 ${leastShown} 的不写，合计里也没有。 · Of fewer than ${leastShown} nothing is said; the sums leave them out.</p>
</main>
</html>
`;
}

function cell(figure: Shown, largest: number): string {
  if (figure === null)
    return '<td class="none"><span aria-hidden="true">–</span><span class="said">不到十 · fewer than ten</span></td>';
  const bar = largest > 0 ? `<i style="width:${Math.round((figure / largest) * 100)}%"></i>` : '';
  return `<td><b>${figure.toLocaleString('en')}</b>${bar}</td>`;
}

const style = `
:root{color-scheme:light dark;--paper:#fbf8f1;--ink:#1f2a25;--ink-2:#4c5a52;--line:#ddd5c3;--pine:#1f6147;--pine-2:#cfe3d7}
@media (prefers-color-scheme:dark){:root{--paper:#161b18;--ink:#eceae2;--ink-2:#b5bdb6;--line:#39423c;--pine:#7fc3a2;--pine-2:#2c4a3c}}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif}
main{max-width:64rem;margin:0 auto;padding:2rem 1.25rem}
h1{font:600 1.75rem/1.3 'Noto Serif CJK SC','Songti SC',SimSun,Georgia,serif;margin:0}
.year,.note{color:var(--ink-2);margin:.5rem 0 1.5rem}.note{margin:1rem 0 0;font-size:.875rem}
.wide{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;min-width:34rem}
th,td{padding:.6rem .75rem;border-bottom:1px solid var(--line);text-align:right;vertical-align:top}
th:first-child{text-align:left}thead th{font-size:.875rem;color:var(--ink-2);font-weight:500}
tbody th{font-weight:500}th span{color:var(--ink-2);font-weight:400;font-size:.875rem}
b{font-weight:600;font-variant-numeric:tabular-nums}tfoot th,tfoot td{border-bottom:0;border-top:2px solid var(--line)}
i{display:block;height:.375rem;margin:.35rem 0 0 auto;background:var(--pine);min-width:2px}
.none{color:var(--ink-2)}.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media print{body{background:none}}
`.replaceAll('\n', '');
