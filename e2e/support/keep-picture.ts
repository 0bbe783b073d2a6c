import type { Page } from 'playwright-core';

const tries = 3;

/** Keeps a picture of the whole page under `path`, as JPEG: a PNG takes half as long again. The browser now and then draws no frame of a window that stands behind others: it is brought to the front and asked again. Throws after the third time. */
export async function keepPicture(page: Page, path: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.screenshot({ path, type: 'jpeg', quality: 80, fullPage: true, timeout: 30_000 });
      return;
    } catch (error) {
      if (attempt === tries) throw error;
      await page.bringToFront();
    }
  }
}
