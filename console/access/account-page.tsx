import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { CredentialsView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part } from '../kit/page.tsx';
import { useMe } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { accessTexts } from './access-texts.ts';
import { CalendarPart } from './account/calendar-part.tsx';
import { OwnDataPart } from './account/own-data-part.tsx';
import { PasskeysPart } from './account/passkeys-part.tsx';
import { PasswordPart } from './account/password-part.tsx';
import { PinPart } from './account/pin-part.tsx';
import { ProviderPart } from './account/provider-part.tsx';
import { SessionsPart } from './account/sessions-part.tsx';
import { TokensPart } from './account/tokens-part.tsx';
import { TotpPart } from './account/totp-part.tsx';

/** My account: how I sign in, where I am signed in, what programs may do for me, my duties, my data. */
export function AccountPage() {
  const { account } = useWords(accessTexts);
  const me = useMe();
  const credentials = useQuery({
    queryKey: ['credentials'],
    queryFn: ({ signal }) => read<CredentialsView>('/me/credentials', {}, { signal }),
  });
  const enrolling = me.needs === 'enrolment';
  return (
    <Page title={account.title} meta={`${me.name} · ${account.login} ${me.login}`}>
      {enrolling && <p className="notice due">{account.enrol}</p>}
      <Loaded query={credentials}>
        {(held) => (
          <div className="stack wide">
            <PasskeysPart held={held} />
            <TotpPart held={held} />
            {!enrolling && (
              <>
                <PasswordPart held={held} />
                <PinPart />
                <ProviderPart held={held} />
                <SessionsPart />
                <DutiesPart />
                <CalendarPart />
                <TokensPart />
                <OwnDataPart />
              </>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function DutiesPart() {
  const { account } = useWords(accessTexts);
  const language = useLanguage();
  const me = useMe();
  return (
    <Part title={account.grants} aside={<Link to={`/people/${me.personId}`}>{account.grantsAll}</Link>}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {me.grants.map((grant, at) => (
          <li key={at}>
            {grant.roleName} · {inWords(grant.place.name, language)}
            {grant.unitName && ` · ${inWords(grant.unitName, language)}`}{' '}
            {grant.duty && <Tag tone="ok">{account.duty}</Tag>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
