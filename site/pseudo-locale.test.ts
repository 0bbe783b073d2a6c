import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../e2e/support/chromium.ts';
import { sampleFrame } from './samples/frame.ts';
import { samplesIn } from './samples/samples.ts';
import { dataIn, makePseudo, pseudo, untranslated } from '../languages/en-XA/untranslated.ts';
import { addressOfSample, renderSample, samplePages, serveSamples } from './testing/sample-site.ts';
import { en } from './texts/en.ts';

// A third language, made out of English: in this process the English words are its words.
makePseudo(en);

const pages = samplePages().filter(({ language, edition }) => language === 'en' && edition === 'normal');
const nameOf = ({ view, variant }: (typeof pages)[number]) => `${view} (${variant})`;

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSamples>>;
before(async () => {
  site = await serveSamples();
  browser = await launchChromium();
});
after(async () => {
  await browser.close();
  await site.close();
});

test('a text that nobody translated is found, in a sentence, at a label and beside data', () => {
  const data = dataIn({ name: 'Mrs Wang', days: ['Liuhe'] });
  assert.deepEqual(untranslated(`<main><h1>${pseudo('Help')}</h1><p>Mrs Wang 12:30, 3 May</p></main>`, data), []);
  assert.deepEqual(
    untranslated(`<main><p>${pseudo('In')} Liuhe</p><a aria-label="Close">×</a><p>Read more</p></main>`, data),
    ['Read more', 'Close'],
  );
});

test('on no public page is there a word that does not come from the texts of its language', () => {
  const faults = pages.flatMap((page) => {
    const props = (samplesIn('en') as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[page.view]?.[
      page.variant
    ];
    const frame = sampleFrame('en', 'normal', '/x', { styles: [], islands: {} }, true);
    return untranslated(renderSample(page), dataIn(props, frame)).map((piece) => `${nameOf(page)}: ${piece}`);
  });
  assert.deepEqual(faults, []);
});

test('words that are longer by half make no public page scroll sideways, on a phone and on a desk', async () => {
  const faults: string[] = [];
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const tab = await context.newPage();
    for (const page of pages) {
      await tab.goto(site.origin + addressOfSample(page));
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${nameOf(page)}: ${wide} px too wide at ${width}`);
    }
    await context.close();
  }
  assert.deepEqual(faults, []);
});
