import { Button } from 'antd';
import { useState } from 'react';
import type { HookView } from '@xiangyin/server/contract';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { HookActs } from './hook-acts.tsx';
import { HookDialog } from './hook-dialog.tsx';
import { HookState } from './hook-state.tsx';
import { hookTexts } from './hook-texts.ts';

/** Groups and programs that are told what is for a duty: where, of what, how the last message went. */
export function HooksPage() {
  const words = useWords(hookTexts);
  const mayArrange = useMaySomewhere('notice-hook.arrange');
  const [adding, setAdding] = useState(false);
  const add = mayArrange && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  const dutiesOf = (hook: HookView): string => hook.duties.map((duty) => words.dutyNames[duty]).join(' · ');
  const spec: ListSpec<HookView> = {
    name: 'notice-hooks',
    path: '/notice-hooks',
    local: {
      isHere: ({ placeId }, place) => placeId === place,
      matches: ({ name, placeName, host, kind }, search, chosen) =>
        [name, placeName ?? '', host].some((text) => text.toLowerCase().includes(search.toLowerCase())) &&
        ['', kind].includes(chosen('kind')),
    },
    searchHint: words.search,
    rowKey: ({ id }) => id,
    filters: [
      {
        param: 'kind',
        label: words.kind,
        options: (['wecom', 'dingtalk', 'feishu', 'program'] as const).map((value) => ({
          value,
          label: words.kinds[value],
        })),
      },
    ],
    columns: [
      {
        key: 'name',
        title: words.name,
        text: ({ name }) => name,
        cell: ({ name, kind, host }) => (
          <>
            <strong>{name}</strong>
            <div className="second">
              {words.kinds[kind]} · {host}
            </div>
          </>
        ),
      },
      { key: 'host', title: words.host, exported: true, text: ({ host }) => host },
      { key: 'kind', title: words.kind, exported: true, text: ({ kind }) => words.kinds[kind] },
      { key: 'duties', title: words.duties, narrow: true, text: dutiesOf },
      { key: 'place', title: words.place, narrow: true, text: ({ placeName }) => placeName ?? '' },
      {
        key: 'state',
        title: words.state,
        text: ({ lastFailure, lastSentAt }) => lastFailure ?? lastSentAt ?? '',
        cell: (hook) => <HookState hook={hook} />,
      },
    ],
    action: (hook) => hook.abilities.includes('notice-hook.arrange') && <HookActs hook={hook} path="/notice-hooks" />,
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {add}
      </Quiet>
    ),
  };
  return (
    <Page title={words.title} meta={words.lead} actions={add}>
      <RecordList spec={spec} />
      {adding && <HookDialog path="/notice-hooks" onClose={() => setAdding(false)} />}
    </Page>
  );
}
