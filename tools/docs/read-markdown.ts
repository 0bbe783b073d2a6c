/** Something a document names: a path in back-ticks, the target of a link, or a command. */
export interface Mention {
  kind: 'path' | 'link' | 'script' | 'verb';
  text: string;
  line: number;
}

/** Everything in the text of a document that can be checked against the tree. */
export function readMentions(markdown: string): Mention[] {
  let isFenced = false;
  return markdown.split('\n').flatMap((line, index) => {
    if (/^\s*(```|~~~)/.test(line)) {
      isFenced = !isFenced;
      return [];
    }
    const at = { line: index + 1 };
    const code = isFenced ? [line] : [...line.matchAll(/(`+)(.+?)\1/g)].map((found) => (found[2] ?? '').trim());
    const paths = code
      .flatMap((span) => pathsIn(span, isFenced))
      .map((text) => ({ kind: 'path' as const, text, ...at }));
    const scripts = code.flatMap(scriptsIn).map((text) => ({ kind: 'script' as const, text, ...at }));
    const verbs = code.flatMap(verbsIn).map((text) => ({ kind: 'verb' as const, text, ...at }));
    const links = isFenced ? [] : linksIn(line).map((text) => ({ kind: 'link' as const, text, ...at }));
    return [...paths, ...scripts, ...verbs, ...links];
  });
}

const rooted =
  /(?<![\w./@#-])(?:\.\/)?(?:document|server|console|site|e2e|bench|tools|deploy|docs|\.ci)\/[^\s`'"(),;:|]*/g;
const whole = /^(?!\/|#|@|https?:|\.\/\.)[\w.<>*{}@-]+(?:\/[\w.<>*{},@-]*)*$/;
const ownEnding = /\.(?:tsx?|mts|mjs|sql|md|json|css|service|conf|sh)$/;

/** Paths in a span of code. In a fenced block or a longer command only those that begin with a folder of the root count. */
function pathsIn(span: string, isFenced: boolean): string[] {
  if (!isFenced && whole.test(span) && (ownEnding.test(span) || (span.endsWith('/') && !span.includes('*'))))
    return [span];
  return [...span.matchAll(rooted)].map((found) => found[0].replace(/^\.\//, '').replace(/[.…]+$/, ''));
}

function scriptsIn(span: string): string[] {
  const named = [...span.matchAll(/\bnpm run ([\w:-]+)/g)].map((found) => found[1] ?? '');
  const short = [...span.matchAll(/\bnpm (start|test)\b/g)].map((found) => found[1] ?? '');
  return [...named, ...short];
}

/** The verb of the product's command line: `npm run cli -- places import …` or `cli places import …`. */
function verbsIn(span: string): string[] {
  return [...span.matchAll(/(?:\bnpm run cli --|^cli) ((?:[a-z]+\b ?)+)/g)].map((found) => (found[1] ?? '').trim());
}

function linksIn(line: string): string[] {
  const plain = line.replaceAll(/(`+).+?\1/g, '');
  return [...plain.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)]
    .map((found) => (found[1] ?? '').replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z][a-z+.-]*:/.test(target));
}
