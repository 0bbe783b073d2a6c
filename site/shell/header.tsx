import { addressOf } from '../address.ts';
import type { Here } from '../here.ts';

/** The front page's head: the paper's name, the day, the sections. */
export function Masthead({ here }: { here: Here }) {
  const { frame, format } = here;
  return (
    <header class="masthead">
      <div class="wrap masthead-top">
        <h1>{frame.county.siteName}</h1>
        <div class="masthead-day">
          <p>
            <time dateTime={frame.now}>{format.longDay(frame.now)}</time>
            {frame.lunarDate && <> · {frame.lunarDate}</>}
          </p>
          <p>{frame.county.publisher}</p>
        </div>
        <Editions here={here} />
      </div>
      <div class="wrap navigation">
        <MainNavigation here={here} />
        <SectionNavigation here={here} />
      </div>
    </header>
  );
}

/** The head of all other pages: one line with the name and the ways on. */
export function Bar({ here }: { here: Here }) {
  const { frame } = here;
  return (
    <header class="bar">
      <div class="wrap">
        <a class="bar-name" href={here.to('/')}>
          {frame.county.siteName}
        </a>
        <MainNavigation here={here} />
        <Editions here={here} />
      </div>
    </header>
  );
}

function MainNavigation({ here }: { here: Here }) {
  const { shell } = here.t;
  const links = [
    ['/', shell.home],
    ['/places', shell.myPlaces],
    ['/services', shell.help],
    ['/corrections', shell.corrections],
    ['/search', shell.search],
  ] as const;
  return (
    <nav class="nav-main" aria-label={shell.mainNavigation}>
      <ul>
        {links.map(([path, words]) => (
          <li key={path}>
            <NavigationLink here={here} path={path} words={words} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The sections in the county's order. */
export function SectionNavigation({ here }: { here: Here }) {
  if (here.frame.sections.length === 0) return null;
  return (
    <nav class="nav-sections" aria-label={here.t.shell.sections}>
      <ul>
        {here.frame.sections.map(({ slug, name }) => (
          <li key={slug}>
            <NavigationLink here={here} path={`/sections/${slug}`} words={name} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavigationLink({ here, path, words }: { here: Here; path: string; words: string }) {
  const at = here.frame.path.split('?')[0] ?? '/';
  const current = at === path ? 'page' : path !== '/' && at.startsWith(`${path}/`) ? 'true' : undefined;
  return (
    <a href={here.to(path)} {...(current && { 'aria-current': current })}>
      {words}
    </a>
  );
}

/** The other type size and the other languages of this very page. */
function Editions({ here }: { here: Here }) {
  const { frame, t } = here;
  const other = frame.edition === 'large' ? 'normal' : 'large';
  return (
    <nav class="editions" aria-label={t.shell.editionsLabel}>
      <a href={addressOf(frame, frame.path, frame.tag, other)}>{t.shell[other]}</a>
      {here.otherLanguages.map(({ tag, name }) => (
        <a key={tag} href={addressOf(frame, frame.path, tag)} lang={tag}>
          {name}
        </a>
      ))}
    </nav>
  );
}
