import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '#platform/ids';
import { typefaceOf } from '#platform/typeface';
import { woffToSfnt } from './woff-to-sfnt.ts';

/** The settings of fontconfig, as a file, for whoever draws text: our own typeface, which few servers have, and after it what the machine has, for the rarer characters.
 *  `folder` keeps both and the list of fonts; what lies there already is kept. */
export async function drawingFonts(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const weight of [400, 700] as const)
    await writeOnce(join(folder, `noto-sans-sc-${weight}.otf`), () => woffToSfnt(typefaceOf(weight)));
  const path = join(folder, 'fonts.conf');
  await writeOnce(path, () => settingsFor(folder));
  return path;
}

const settingsFor = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(folder)}</dir>
  <cachedir>${escaped(join(folder, 'list'))}</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;

async function writeOnce(path: string, content: () => string | Buffer): Promise<void> {
  if (await stat(path).catch(() => undefined)) return;
  const part = `${path}.${newId<'drawing'>()}.part`;
  await writeFile(part, content());
  await rename(part, path);
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
