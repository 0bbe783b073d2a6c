/** The address under which the light phone entry opens what a path of the console opens; null where only the console has it. Stands by itself: its words are also written into the page (`lead-phones.ts`). */
export function lightAddress(path: string): string | null {
  // The light entry's own work lists the offers.
  if (path === '/console' || path === '/console/' || path === '/console/offers') return '/console/phone/';
  if (/^\/console\/roster\/?$/.test(path)) return '/console/phone/watch';
  if (/^\/console\/(submissions|front|notices)\/?$/.test(path)) return path.replace('/console/', '/console/phone/');
  const item = /^\/console\/(stories|ideas|offers|visits|copies)\/([0-9a-f-]{36})(?:\/review)?\/?$/.exec(path);
  return item ? `/console/phone/${item[1]}/${item[2]}` : null;
}

/** The address in the console of what a path of the light phone entry opens; "my work" where there is no such thing. `full`: the choice of whoever goes there, kept on this device. */
export function fullAddress(lightPath: string): string {
  const [, noun = '', id = ''] = lightPath.split('/');
  if (noun === 'watch') return '/console/roster?entry=full';
  if (noun === 'ideas' && id === '') return '/console/plan?entry=full';
  if (noun === 'house') return '/console/stories?entry=full';
  if (noun === 'submissions' || noun === 'front' || noun === 'notices') return `/console/${noun}?entry=full`;
  const item = /^(stories|ideas|offers|visits|copies)$/.test(noun) && id !== '' ? `${noun}/${id}` : '';
  return `/console/${item}?entry=full`;
}
