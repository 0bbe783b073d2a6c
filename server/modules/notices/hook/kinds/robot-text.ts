import type { HookCall } from './kind.ts';

/** The words of a message in a group: the county first (a robot may be set to take only what holds a certain word), then each notice with its link, a line each. At most `mostBytes` bytes of UTF-8: too long words are cut, links never. */
export function robotText({ sender, said }: Pick<HookCall, 'sender' | 'said'>, mostBytes: number): string {
  const share = Math.floor((mostBytes - byteLength(`【${sender}】`)) / said.length);
  const lines = said.map(({ text, link }, at) => {
    const begin = said.length > 1 ? `${at + 1}. ` : '';
    return `${begin}${cut(text, share - byteLength(`${begin}\n${link}\n`))}\n${link}`;
  });
  return `【${sender}】${said.length > 1 ? '\n' : ''}${lines.join('\n')}`;
}

const byteLength = (text: string): number => Buffer.byteLength(text);

function cut(text: string, most: number): string {
  if (byteLength(text) <= most) return text;
  let kept = '';
  for (const sign of text) {
    if (byteLength(kept) + byteLength(sign) + 3 > most) break;
    kept += sign;
  }
  return `${kept}…`;
}
