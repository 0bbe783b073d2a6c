import { Link, useNavigate, useSearchParams } from 'react-router';
import { queries } from '../kit/queries.ts';
import { pathWithin } from '../kit/path-within.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { Door } from './door.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The door. Whoever came by a link goes on to the very item. */
export function SignInPage() {
  const { door } = useWords(accessTexts);
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const enter = (): void => {
    queries.clear();
    void navigate(pathWithin(address.get('then') ?? '/'), { replace: true });
  };
  return (
    <Door title={door.title} lead={door.lead}>
      <SignInForm onSignedIn={enter} />
      <p className="meta">
        {door.forgot} <Link to="/slip">{door.slip}</Link>
      </p>
    </Door>
  );
}
