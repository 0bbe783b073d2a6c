/** Markup that runs where a text is written into a page unescaped; each carries the mark. */
export const vectors: readonly string[] = [
  '<script>xyx()</script>',
  '"><script>xyx()</script>',
  "'><img src=x onerror=xyx()>",
  '<svg onload=xyx()>',
  '<svg/onload=xyx()//',
  '<img src=`x` onerror=xyx()>',
  '<body onload=xyx()>',
  '<iframe srcdoc="<script>xyx()</script>">',
  '<a href="javascript:xyx()">x</a>',
  '</title><script>xyx()</script>',
  '</textarea><script>xyx()</script>',
  '</style><script>xyx()</script>',
  '<math><mtext></p><img src onerror=xyx()>',
  '<details open ontoggle=xyx()>',
  '<input autofocus onfocus=xyx()>',
  '<object data="data:text/html,<script>xyx()</script>">',
  '<embed src="javascript:xyx()">',
  '<form action="javascript:xyx()"><input type=submit>',
  '<meta http-equiv=refresh content="0;url=javascript:xyx()">',
  '<link rel=stylesheet href=javascript:xyx()>',
  '<base href="javascript:xyx()//">',
  '<!--><script>xyx()</script>-->',
  ']]><script>xyx()</script>',
  '<![CDATA[<script>xyx()</script>]]>',
  '&lt;script&gt;xyx()&lt;/script&gt;',
  '&#60;script&#62;xyx()&#60;/script&#62;',
  '{{constructor.constructor("xyx()")()}}',
  '${xyx()}',
  '<%= xyx() %>',
  '\u202e<script>xyx()</script>',
  '<scr\u200bipt>xyx()</script>',
  '<ScRiPt>xyx()</sCrIpT>',
  '<script/src=data:,xyx()>',
  '" onmouseover="xyx()',
  "' onfocus='xyx()' autofocus='",
  '`onclick=xyx()`',
];

/** Whether a browser would run something that carries the mark: an element, a handler, an address. Quoted values of attributes are text. */
export function isLive(body: string): boolean {
  // A block of data (JSON-LD) is never run, and ends at its first "<": whatever follows that is judged.
  const tags = body
    .replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
    .replaceAll(/="[^"]*"/g, '=""');
  const element =
    /<(?:script|svg|img|body|iframe|object|embed|form|meta|link|base|details|input|math|a)\b[^<>]*xyx|<script[^>]*>[^<]*xyx/i.test(
      tags,
    );
  const handler = /<[a-z][^<>]*\son\w+\s*=/i.test(tags);
  // Quoted as all our pages quote, or bare as somebody's markup would.
  const quoted = /\s(?:href|src|action|data|formaction)="\s*(?:javascript|data:text\/html)/i.test(body);
  const bare = /<[a-z][^<>]*\s(?:href|src|action|data|formaction)\s*=\s*'?\s*(?:javascript|data:text\/html)/i.test(
    tags,
  );
  return element || handler || quoted || bare;
}

/** What a reader of feeds takes as HTML: descriptions of RSS, and what Atom calls HTML. Titles are plain text in both (RSS 2.0 Profile; RFC 4287 §4.2.14). */
export const htmlIn = (feed: string): string[] =>
  [...feed.matchAll(/<(description|content:encoded|(?:content|summary) type="x?html")[^>]*>([\s\S]*?)<\/[\w:]+>/g)].map(
    (match) => taken(match[2] ?? ''),
  );

/** The content of an XML element as a reader takes it: a CDATA section as it stands, entities resolved once. */
function taken(xml: string): string {
  const section = /<!\[CDATA\[([\s\S]*)\]\]>/.exec(xml)?.[1];
  return section ?? unescaped(xml);
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Whether an XML document has a tag that carries the mark, or holds for HTML what would run: in text and quoted values it is text. */
export function isLiveInXml(xml: string): boolean {
  const bare = xml.replaceAll(/<!\[CDATA\[[\s\S]*?\]\]>/g, '').replaceAll(/="[^"]*"/g, '=""');
  return /<[^<>]*xyx/.test(bare) || htmlIn(xml).some(isLive);
}
