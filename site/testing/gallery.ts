/** Pictures of every sample page, to be looked at: `node site/testing/gallery.ts <folder> [part of a view's name]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { addressOfSample, samplePages, serveSamples, type SamplePage } from './sample-site.ts';

const [folder = 'gallery', part = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await serveSamples();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

for (const page of samplePages().filter((one) => `${one.view}/${one.variant}`.includes(part))) {
  for (const width of [360, 1280])
    for (const colorScheme of ['light', 'dark'] as const) await picture(browser, page, width, colorScheme);
}
await browser.close();
await site.close();

async function picture(from: Browser, sample: SamplePage, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await from.newPage({ viewport: { width, height: width === 360 ? 740 : 900 }, colorScheme });
  await page.goto(site.origin + addressOfSample(sample));
  const name = [
    sample.view.replace('/', '-'),
    sample.variant,
    sample.language,
    sample.edition,
    width,
    colorScheme,
  ].join('.');
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await page.close();
}
