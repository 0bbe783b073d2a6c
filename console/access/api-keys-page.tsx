import { App, Button } from 'antd';
import { useState } from 'react';
import type { ApiKeyView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { ApiKeyDialog } from './api-key-dialog.tsx';
import { apiKeyTexts } from './api-key-texts.ts';

/** Keys of programs elsewhere that read what is public: for whom, what for, how much, when last; given and revoked here. */
export function ApiKeysPage() {
  const words = useWords(apiKeyTexts);
  const times = useTimes('real');
  const mayMake = useMaySomewhere('api-key.make');
  const [making, setMaking] = useState(false);
  const make = mayMake && (
    <Button type="primary" onClick={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  const spec: ListSpec<ApiKeyView> = {
    name: 'api-keys',
    path: '/api-keys',
    local: {
      isHere: null,
      matches: ({ owner, purpose, revokedAt }, search, chosen) =>
        [owner, purpose].some((text) => text.toLowerCase().includes(search.toLowerCase())) &&
        ['', revokedAt === null ? 'valid' : 'revoked'].includes(chosen('state')),
    },
    searchHint: words.search,
    rowKey: ({ id }) => id,
    filters: [
      {
        param: 'state',
        label: words.state,
        options: (['valid', 'revoked'] as const).map((value) => ({ value, label: words.states[value] })),
      },
    ],
    columns: [
      {
        key: 'owner',
        title: words.owner,
        text: ({ owner }) => owner,
        cell: ({ owner, purpose, madeBy, madeAt }) => (
          <>
            <strong>{owner}</strong>
            <div className="second">
              {purpose} · {words.made(madeBy ?? '', times.on(madeAt))}
            </div>
          </>
        ),
      },
      { key: 'purpose', title: words.purpose, exported: true, text: ({ purpose }) => purpose },
      { key: 'madeAt', title: words.madeAt, exported: true, text: ({ madeAt }) => madeAt },
      { key: 'madeBy', title: words.madeBy, exported: true, text: ({ madeBy }) => madeBy ?? '' },
      {
        key: 'perMinute',
        title: words.perMinute,
        narrow: true,
        named: true,
        sortBy: ({ perMinute }) => perMinute,
        text: ({ perMinute }) => words.times(perMinute),
      },
      {
        key: 'used',
        title: words.used,
        narrow: true,
        named: true,
        sortBy: ({ usedAt }) => usedAt ?? '',
        text: ({ usedAt }) => (usedAt === null ? words.never : times.at(usedAt)),
      },
      {
        key: 'state',
        title: words.state,
        narrow: true,
        text: ({ revokedAt }) => words.states[revokedAt === null ? 'valid' : 'revoked'],
        cell: ({ revokedAt }) => (
          <Tag tone={revokedAt === null ? 'ok' : 'plain'}>{words.states[revokedAt === null ? 'valid' : 'revoked']}</Tag>
        ),
      },
    ],
    action: (key) => key.abilities.includes('api-key.make') && <Revoke apiKey={key} />,
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {make}
      </Quiet>
    ),
  };
  return (
    <Page
      title={words.title}
      meta={
        <>
          {words.lead} <a href="/api/docs">{words.docs}</a>
        </>
      }
      actions={make}
    >
      <RecordList spec={spec} />
      {making && <ApiKeyDialog onClose={() => setMaking(false)} />}
    </Page>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKeyView }) {
  const words = useWords(apiKeyTexts);
  const confirm = useConfirm();
  const { message } = App.useApp();
  const { run, busy } = useAct<ApiKeyView>();
  const revoke = async (): Promise<void> => {
    const title = words.revokeTitle(apiKey.owner);
    if (!(await confirm({ title, consequence: words.revokeSure, act: words.revoke }))) return;
    if (!(await run('DELETE', `/api-keys/${apiKey.id}`))) return;
    void message.success(words.revoked);
    await refresh();
  };
  return (
    <Button size="small" type="text" loading={busy} onClick={() => void revoke()}>
      {words.revoke}
    </Button>
  );
}
