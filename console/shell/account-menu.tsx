import { Dropdown } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { pinTexts } from '../access/pin-texts.ts';
import { act } from '../kit/api.ts';
import { PersonIcon } from '../kit/icons.tsx';
import { useConfirm } from '../kit/confirm.ts';
import { forget, forgetStale, keptOf } from '../kit/kept.ts';
import { offeredLanguages, setLanguage, useTag } from '../kit/language.ts';
import { queries } from '../kit/queries.ts';
import { lockHere } from '../kit/station-computer.ts';
import { isStationComputer } from '../kit/station-mark.ts';
import { useMe } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { forgetFullChoice } from '../lead/forget-full-choice.ts';
import { leadTexts } from '../lead/lead-texts.ts';
import { lightAddress } from '../lead/light-address.ts';
import { setThemeWish, useThemeWish, type ThemeWish } from '../kit/use-dark.ts';
import { openPart } from './opening.ts';
import { shellTexts } from './shell-texts.ts';

const newOrder = 'order.new';
const wishes: readonly ThemeWish[] = ['system', 'light', 'dark'];

/** Who is signed in, and what concerns them: account, messages, look, keys, the way out. */
export function AccountMenu() {
  const words = useWords(shellTexts);
  const pin = useWords(pinTexts);
  const { pathname } = useLocation();
  const me = useMe();
  const navigate = useNavigate();
  const tag = useTag();
  const wish = useThemeWish();
  const sure = useConfirm();
  const leave = async (): Promise<void> => {
    // A caller's name and phone do not stay behind at a shared desk; what others began there waits for them.
    const begun = keptOf(me.personId, newOrder) !== null;
    if (begun && !(await sure({ title: words.leaveTitle, consequence: words.leaveHint, act: words.signOut }))) return;
    await act('DELETE', '/sessions/current', undefined, { gate: false }).catch(() => undefined);
    forget(me.personId, newOrder);
    forgetStale();
    queries.clear();
    void navigate('/sign-in');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [wish],
        items: [
          { key: 'who', label: `${me.name} · ${me.grants[0]?.roleName ?? me.login}`, disabled: true },
          { key: 'account', label: words.account, onClick: () => void navigate('/account') },
          { key: 'preferences', label: words.preferences, onClick: () => void navigate('/preferences') },
          ...offeredLanguages
            .filter((one) => one.tag !== tag)
            .map((one) => ({
              key: `language ${one.tag}`,
              label: (
                <span lang={one.tag} translate="no">
                  {one.name}
                </span>
              ),
              onClick: () => setLanguage(one.tag),
            })),
          {
            key: 'theme',
            label: words.theme.title,
            children: wishes.map((key) => ({ key, label: words.theme[key], onClick: () => setThemeWish(key) })),
          },
          { key: 'keys', label: words.keys, onClick: () => openPart('keys') },
          // It keeps on the device what was looked at, and does not lock.
          ...(isStationComputer() ? [] : [{ key: 'light', label: <LightEntry path={pathname} /> }]),
          { key: 'site', label: <a href="/">{words.publicSite}</a> },
          { type: 'divider' },
          ...(isStationComputer() ? [{ key: 'lock', label: pin.lock, onClick: () => void lockHere() }] : []),
          { key: 'out', label: words.signOut, onClick: () => void leave() },
        ],
      }}
    >
      <button type="button" className="plain" aria-label={`${words.account}: ${me.name}`}>
        <PersonIcon />
        <span className="only-wide">{me.name}</span>
      </button>
    </Dropdown>
  );
}

function LightEntry({ path }: { path: string }) {
  const words = useWords(leadTexts);
  return (
    <a href={lightAddress(`/console${path}`) ?? '/console/phone/'} onClick={forgetFullChoice}>
      {words.open}
    </a>
  );
}
