import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { drawPaper } from './draw-paper.ts';
import type { Paper } from './messages.ts';

const paper: Paper = {
  language: 'zh-CN',
  title: '志愿服务记录证明',
  number: '编号 330101-2026-000001',
  facts: [
    ['志愿者', '张小萍𬭎'],
    ['记录单位', '柳河镇新时代文明实践所'],
  ],
  sumTitle: '服务时长合计',
  total: '12.5 小时',
  sums: [
    ['双方确认', '6.0 小时'],
    ['事后补记，两人签名', '6.5 小时'],
  ],
  heads: ['日期', '服务内容', '时长', '凭据'],
  services: Array.from({ length: 40 }, (_, n) => ({
    on: '2026-03-01',
    service: `修水管电灯 ${n}`,
    hours: '0.8 小时',
    evidence: '双方确认',
  })),
  notes: ['真伪：扫右边的码。'],
  unit: '柳河镇新时代文明实践所',
  issuedOn: '开具日期 2026-04-02',
  code: { path: 'M0 0h1v1h-1z', size: 21 },
  codeLabel: '扫码核对',
};

/** What the pages' drawing orders say, unpacked. */
function ordersOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, packed = '']) => {
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

test('a certificate goes over several pages, every letter in a size that can be read; a character without type shows as one', async () => {
  const pdf = await drawPaper(paper);
  assert.match(pdf.subarray(0, 8).toString('latin1'), /^%PDF-1\.7/);
  assert.equal([...pdf.toString('latin1').matchAll(/\/Type \/Page\b/g)].length, 2);
  const sizes = [...ordersOf(pdf).matchAll(/\/F\d+ ([\d.]+) Tf/g)].map(([, size]) => Number(size));
  assert.ok(sizes.length > 150, `${sizes.length} runs of letters`);
  assert.ok(Math.min(...sizes) >= 8.5, `the smallest letters are ${Math.min(...sizes)} points`);
  // Another name of one character fewer, the rest alike: the unknown one takes its place on paper.
  const known = await drawPaper({ ...paper, facts: [['志愿者', '张小萍'], ...paper.facts.slice(1)] });
  assert.notEqual(ordersOf(known).length, ordersOf(pdf).length);
});
