import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { AccountView, newInvitation } from '@xiangyin/server/contract';
import { read } from '../../kit/api.ts';
import { useConfirm } from '../../kit/confirm.ts';
import { Loaded } from '../../kit/loaded.tsx';
import { Part } from '../../kit/page.tsx';
import { queries } from '../../kit/queries.ts';
import type { Answer } from '../../kit/shape.ts';
import { Tag } from '../../kit/tag.tsx';
import { useWords } from '../../kit/texts.ts';
import { useTimes } from '../../kit/time.ts';
import { useAct } from '../../kit/use-act.ts';
import { peopleTexts } from '../../people/people-texts.ts';
import { ShownOnce } from './shown-once.tsx';
import type { Shown, Slip } from './shown-once.tsx';

/** How a person signs in, as whoever looks after accounts sees it; inviting, resetting by slip, closing. */
export function AccountPart({ personId }: { personId: string }) {
  const words = useWords(peopleTexts);
  const query = useQuery({
    queryKey: ['account', personId],
    queryFn: ({ signal }) => read<AccountView>(`/people/${personId}/account`, {}, { signal }),
  });
  return (
    <Part title={words.account}>
      <Loaded query={query} rows={2}>
        {(account) => <AccountFacts account={account} />}
      </Loaded>
    </Part>
  );
}

function AccountFacts({ account }: { account: AccountView }) {
  const words = useWords(peopleTexts);
  const times = useTimes('real');
  const ways = [
    account.hasPassword && words.hasPassword,
    account.hasPasskey && words.hasPasskey,
    account.hasTotp && words.hasTotp,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <div className="stack tight">
      <div className="row">
        <Tag tone={account.state === 'open' ? 'ok' : account.state === 'invited' ? 'due' : 'plain'}>
          {words.states[account.state]}
        </Tag>
        {account.login && <span className="num">{account.login}</span>}
      </div>
      {ways && <span className="meta">{ways}</span>}
      {account.needsSecondFactor && <span className="meta">{words.needsSecond}</span>}
      {account.signedInAt && (
        <span className="meta">
          {words.last(times.at(account.signedInAt))} · {words.sessions(account.sessions)}
        </span>
      )}
      {account.slip?.waitsForSecondPerson && <p className="notice due">{words.resetWaits}</p>}
      {account.invitation && <span className="meta">{words.until(times.at(account.invitation.expiresAt))}</span>}
      <AccountActs account={account} />
    </div>
  );
}

function AccountActs({ account }: { account: AccountView }) {
  const words = useWords(peopleTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const inviting = useAct<Answer<typeof newInvitation>>();
  const reset = useAct<Slip>();
  const { run } = useAct<AccountView | null>();
  const [shown, setShown] = useState<Shown | null>(null);
  const may = (ability: string): boolean => account.abilities.includes(ability);
  const path = `/people/${account.personId}`;
  const again = () => queries.invalidateQueries({ queryKey: ['account', account.personId] });
  const send = (method: 'POST' | 'PATCH' | 'DELETE', to: string, body?: unknown) => run(method, to, body).then(again);
  const invite = async (how: { by?: 'link' }): Promise<void> => {
    const invitation = await inviting.run('POST', `${path}/invitations`, how);
    if (invitation && invitation.link !== null) setShown({ invitation: { ...invitation, link: invitation.link } });
    else if (invitation) void message.success(words.inviteMailed);
    await again();
  };
  const makeSlip = async (): Promise<void> => {
    if (!(await confirm({ title: words.reset, consequence: words.resetHint, act: words.reset, danger: false }))) return;
    const slip = await reset.run('POST', `${path}/reset-slips`);
    if (slip) setShown({ slip });
    await again();
  };
  const close = async (): Promise<void> => {
    if (await confirm({ title: words.close, consequence: words.closeSure, act: words.close }))
      await send('PATCH', `${path}/account`, { closed: true });
  };
  return (
    <div className="row">
      {may('account.invite') && (account.state === 'none' || account.state === 'invited') && (
        <Button loading={inviting.busy} onClick={() => void invite({})}>
          {account.state === 'none' ? words.invite : words.inviteAgain}
        </Button>
      )}
      {may('account.invite') && account.state === 'invited' && (
        <Button disabled={inviting.busy} onClick={() => void invite({ by: 'link' })}>
          {words.inviteLink}
        </Button>
      )}
      {may('account.invite') && account.invitation && (
        <Button onClick={() => void send('DELETE', `${path}/invitations`)}>{words.withdraw}</Button>
      )}
      {may('account.reset') && account.state === 'open' && !account.slip && (
        <Button loading={reset.busy} onClick={() => void makeSlip()}>
          {words.reset}
        </Button>
      )}
      {account.slip && may('account.reset') && (
        <Button onClick={() => void send('DELETE', `/reset-slips/${account.slip?.id}`)}>{words.slipWithdraw}</Button>
      )}
      {may('account.close') && account.state === 'open' && (
        <Button danger onClick={() => void close()}>
          {words.close}
        </Button>
      )}
      {may('account.close') && account.state === 'closed' && (
        <Button onClick={() => void send('PATCH', `${path}/account`, { closed: false })}>{words.reopen}</Button>
      )}
      <ShownOnce shown={shown} onClose={() => setShown(null)} />
    </div>
  );
}
