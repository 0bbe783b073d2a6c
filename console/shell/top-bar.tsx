import { Link } from 'react-router';
import { BellIcon, MenuIcon, SearchIcon } from '../kit/icons.tsx';
import { LanguageSwitch } from '../kit/language-switch.tsx';
import { inWords, useLanguage } from '../kit/language.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { AccountMenu } from './account-menu.tsx';
import { openPart } from './opening.ts';
import { PlaceSwitcher } from './place-switcher.tsx';
import { NoticesBell } from './notices-bell.tsx';
import { shellTexts } from './shell-texts.ts';

/** The bar at the top: county, place, search, messages, language, account. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const words = useWords(shellTexts);
  const language = useLanguage();
  const me = useMe();
  const county = inWords(me.county.name, language);
  return (
    <header className="top">
      <button type="button" className="plain only-narrow" aria-label={words.menu} onClick={onMenu}>
        <MenuIcon />
      </button>
      <Link to="/" className="brand" title={county}>
        <span>{county}</span>
        {me.county.demonstration && <small title={words.demonstrationHint}>{words.demonstration}</small>}
      </Link>
      <PlaceSwitcher />
      <span className="space" />
      <button
        type="button"
        className="plain find"
        title={words.goTo}
        aria-keyshortcuts="Control+K"
        onClick={() => openPart('palette')}
      >
        <SearchIcon size={18} />
        <span>{words.goTo}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <NoticesBell icon={<BellIcon />} />
      <LanguageSwitch className="plain only-wide" />
      <AccountMenu />
    </header>
  );
}
