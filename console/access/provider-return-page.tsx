import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OidcArrival } from '@xiangyin/server/contract';
import { act } from '../kit/api.ts';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { Door } from './door.tsx';
import { oidcTexts } from './oidc-texts.ts';
import { SecondFactorForm } from './second-factor-form.tsx';

/** Where the provider sends people back. What it said stands in the address only until it is read. */
export function ProviderReturnPage() {
  const words = useWords(oidcTexts);
  const { door } = useWords(accessTexts);
  const navigate = useNavigate();
  const sent = useRef(false);
  const [second, setSecond] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const enter = (startOn: OidcArrival['startOn']): void => {
    queries.clear();
    if (startOn === 'phone') location.replace('/console/phone/');
    else if (startOn === 'phone-account') location.replace('/console/phone/me');
    else void navigate(startOn === 'account' ? '/account' : '/', { replace: true });
  };
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const said = new URLSearchParams(location.search);
    history.replaceState(null, '', location.pathname);
    const body = Object.fromEntries(
      ['state', 'code', 'iss', 'error'].flatMap((name) => (said.get(name) ? [[name, said.get(name)]] : [])),
    );
    act<OidcArrival>('POST', '/oidc-returns', { state: '-', ...body }, { gate: false })
      .then((arrival) =>
        arrival.startOn === 'console' && arrival.session?.needs === 'second-factor'
          ? setSecond(true)
          : enter(arrival.startOn),
      )
      .catch((problem: unknown) => setError(isProblem(problem) ? problem.message : door.failed));
  });
  if (second)
    return (
      <Door title={door.title}>
        <SecondFactorForm onDone={() => enter('console')} />
      </Door>
    );
  if (error === null)
    return (
      <Door title={words.coming}>
        <span aria-busy="true" />
      </Door>
    );
  return (
    <Door title={words.notDone}>
      <Alert type="error" title={error} role="alert" style={{ marginBottom: 16 }} />
      <Button block type="primary" size="large" onClick={() => void navigate('/sign-in', { replace: true })}>
        {words.back}
      </Button>
    </Door>
  );
}
