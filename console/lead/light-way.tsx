import { useLocation } from 'react-router';
import { isStationComputer } from '../kit/station-mark.ts';
import { useWords } from '../kit/texts.ts';
import { forgetFullChoice } from './forget-full-choice.ts';
import { leadTexts } from './lead-texts.ts';
import { lightAddress } from './light-address.ts';

/** On the narrowest screens, above what the light phone entry has as well: the way to the very same thing there. */
export function LightWay() {
  const words = useWords(leadTexts);
  const { pathname, search } = useLocation();
  const address = lightAddress(`/console${pathname}`);
  if (address === null || isStationComputer()) return null;
  return (
    <p className="light-way meta">
      {words.lighter}{' '}
      <a href={address + search} onClick={forgetFullChoice}>
        {words.open}
      </a>
    </p>
  );
}
