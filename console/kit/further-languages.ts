interface Said {
  /** What the language calls itself. */
  readonly name: string;
  /** Made for tests: the screens speak it only where they come from this very machine, and offer it nowhere. */
  readonly isForTests?: boolean;
}

const said = import.meta.glob<Said>('../../languages/*/language.json', { eager: true, import: 'default' });
const isOwnMachine = /^(?:localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/.test(location.hostname);

/** The languages beyond our own two: each a folder in `languages/`, whose name is its tag. */
export const furtherLanguages = Object.entries(said)
  .map(([path, { name, isForTests = false }]) => ({ tag: path.split('/').at(-2) ?? '', name, isForTests }))
  .filter(({ isForTests }) => !isForTests || isOwnMachine);

/** The one of them that a browser's own language asks for (`ug-CN`: `ug`), or none. */
export const furtherFor = (asked: string): string | null =>
  furtherLanguages.find(({ tag }) => asked === tag || asked.startsWith(`${tag}-`))?.tag ?? null;

/** The languages that are offered, each by its own name. */
export const offeredLanguages: readonly { readonly tag: string; readonly name: string }[] = [
  { tag: 'zh-CN', name: '中文' },
  { tag: 'en', name: 'English' },
  ...furtherLanguages.filter(({ isForTests }) => !isForTests),
];
