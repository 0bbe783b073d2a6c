import type { Browser } from 'playwright-core';

/** What a page costs whoever opens it for the first time, in bytes as they came over the line. */
export interface FirstView {
  /** Everything but pictures. */
  readonly bytes: number;
  readonly scripts: number;
  readonly pictures: number;
}

/** Opens a page on a phone that never was here, until the line is quiet. Throws where there is none. What is fetched for reading offline afterwards is not counted. */
export async function firstView(browser: Browser, address: string): Promise<FirstView> {
  await using context = await browser.newContext({ viewport: { width: 360, height: 780 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength));
  const answer = await page.goto(address);
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}`);
  await page.waitForLoadState('networkidle');
  const sum = (wanted: (kind: string) => boolean): number =>
    [...bytes].reduce((all, [id, length]) => all + (wanted(kinds.get(id) ?? '') ? length : 0), 0);
  return {
    bytes: sum((kind) => kind !== 'Image'),
    scripts: sum((kind) => kind === 'Script'),
    pictures: sum((kind) => kind === 'Image'),
  };
}
