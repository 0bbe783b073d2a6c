/** The kind of browser and system in words, such as "Chrome · Android", from a User-Agent line; no version, nothing that could tell two people apart. */
export function deviceOf(userAgent: string | undefined): string {
  const line = userAgent ?? '';
  const browser = [
    ['WeChat', /MicroMessenger/],
    ['Edge', /Edg/],
    ['Firefox', /Firefox/],
    ['Chrome', /Chrom/],
    ['Safari', /Safari/],
  ].find(([, form]) => form instanceof RegExp && form.test(line))?.[0];
  const system = [
    ['Android', /Android/],
    ['iPhone', /iPhone/],
    ['iPad', /iPad/],
    ['HarmonyOS', /HarmonyOS/],
    ['Windows', /Windows/],
    ['macOS', /Macintosh/],
    ['Linux', /Linux/],
  ].find(([, form]) => form instanceof RegExp && form.test(line))?.[0];
  return [browser, system].filter((part) => part !== undefined).join(' · ') || '—';
}
