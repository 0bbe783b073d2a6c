import { Link, useNavigate, useSearchParams } from 'react-router';
import { queries } from '../kit/queries.ts';
import { pathWithin } from '../kit/path-within.ts';
import { isStationComputer } from '../kit/station-mark.ts';
import { useWords } from '../kit/texts.ts';
import { forgetFullChoice } from '../lead/forget-full-choice.ts';
import { leadTexts } from '../lead/lead-texts.ts';
import { lightAddress } from '../lead/light-address.ts';
import { accessTexts } from './access-texts.ts';
import { Door } from './door.tsx';
import { StationDoor } from './pin-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The door. Whoever came by a link goes on to the very item. */
export function SignInPage() {
  const { door } = useWords(accessTexts);
  const lead = useWords(leadTexts);
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const wanted = pathWithin(address.get('then') ?? '/');
  const light = lightAddress(`/console${wanted.replace(/[?#].*$/, '')}`) ?? '/console/phone/';
  const enter = (): void => {
    queries.clear();
    void navigate(wanted, { replace: true });
  };
  return (
    <Door title={door.title} lead={door.lead}>
      {isStationComputer() ? <StationDoor onSignedIn={enter} /> : <SignInForm onSignedIn={enter} />}
      {!isStationComputer() && (
        <p className="light-way meta">
          {lead.door}{' '}
          <a href={light} onClick={forgetFullChoice}>
            {lead.open}
          </a>
        </p>
      )}
      <p className="meta">
        {door.forgot} <Link to="/slip">{door.slip}</Link>
      </p>
    </Door>
  );
}
