import type { VNode } from 'preact';

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const han = /\p{Script=Han}/u;
// Never begins a line, or never ends one.
const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const opening = /[\p{Ps}\p{Pi}]$/u;

/** A headline that breaks between words (改走环城路｜老街三站), not within them: Chinese has no spaces to go by, so the words are found here and the stylesheet keeps each whole. */
export function Title({ text }: { text: string }) {
  if (!han.test(text)) return <>{text}</>;
  return <span class="title">{withBreaks(text)}</span>;
}

function withBreaks(text: string): (string | VNode)[] {
  const parts: (string | VNode)[] = [];
  let line = '';
  for (const { segment } of words.segment(text)) {
    if (line !== '' && !closing.test(segment) && !opening.test(line)) {
      parts.push(line, <wbr />);
      line = '';
    }
    line += segment;
  }
  return [...parts, line];
}
