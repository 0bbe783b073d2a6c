import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ChannelView } from '@xiangyin/server/contract';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useTag } from '../kit/language.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords, wordsIn } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { usePlaces } from '../places/use-places.ts';
import { ChannelDialog } from './channel-dialog.tsx';
import { channelTexts } from './channel-texts.ts';
import { useProblemWords } from './copy-words.ts';
import { FeedFollowers } from './feed-followers.tsx';
import { kindFormOf } from './kinds/kinds.ts';
import { SecretDialog } from './secret-dialog.tsx';

/** The ways to the public that the county set up beside its site: what each can do, who keeps it, how it stands. */
export function ChannelsPage() {
  const words = useWords(channelTexts);
  const times = useTimes();
  const { longName, isBelow } = usePlaces();
  const mayAdd = useMaySomewhere('channel.arrange');
  const [editing, setEditing] = useState<ChannelView | 'new' | null>(null);
  const [secret, setSecret] = useState<{ secret: string; kind: string } | null>(null);
  const mayChange = (channel: ChannelView): boolean => channel.abilities.includes('channel.arrange');
  const add = mayAdd && (
    <Button type="primary" onClick={() => setEditing('new')}>
      {words.add}
    </Button>
  );
  const spec: ListSpec<ChannelView> = {
    name: 'channels',
    path: '/channels',
    local: {
      isHere: ({ placeId }, place) => isBelow(placeId, place),
      matches: (channel, search, chosen) =>
        (chosen('stands') === '' || standOf(channel) === chosen('stands')) &&
        [channel.name, channel.keeperName ?? ''].some((text) => text.toLowerCase().includes(search.toLowerCase())),
    },
    filters: [
      { param: 'stands', label: words.stands, options: stands.map((value) => ({ value, label: words.states[value] })) },
    ],
    searchHint: words.search,
    rowKey: ({ id }) => id,
    ...(mayAdd ? { onOpen: (channel) => mayChange(channel) && setEditing(channel) } : {}),
    columns: [
      {
        key: 'name',
        title: words.name,
        text: ({ name }) => name,
        cell: (channel) => <ChannelCell channel={channel} />,
      },
      { key: 'place', title: words.place, exported: true, text: ({ placeId }) => longName(placeId) },
      {
        key: 'keeper',
        title: words.keeper,
        narrow: true,
        named: true,
        text: ({ keeperName, carrier }) => keeperName ?? (carrier === 'person' ? words.nobody : '—'),
      },
      {
        key: 'stands',
        title: words.stands,
        narrow: true,
        text: (channel) => words.states[standOf(channel)],
        cell: (channel) => <ChannelState channel={channel} />,
      },
      {
        key: 'today',
        title: words.today,
        narrow: true,
        named: true,
        sortBy: ({ sentToday }) => sentToday,
        text: ({ sentToday, dailyLimit, mostInADay }) => words.todayOf(sentToday, dailyLimit ?? mostInADay),
      },
      {
        key: 'last',
        title: words.last,
        narrow: true,
        named: true,
        sortBy: ({ lastSentAt }) => lastSentAt ?? '',
        text: ({ lastSentAt }) => (lastSentAt === null ? words.never : times.at(lastSentAt)),
      },
    ],
    action: (channel) =>
      mayChange(channel) && (
        <Button size="small" onClick={() => setEditing(channel)}>
          {words.change}
        </Button>
      ),
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {add}
      </Quiet>
    ),
  };
  return (
    <Page title={words.title} meta={words.lead} actions={add}>
      <RecordList spec={spec} />
      <FeedFollowers />
      {editing && (
        <ChannelDialog
          channel={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={(made, kind) => setSecret({ secret: made, kind })}
        />
      )}
      {secret !== null && <SecretDialog {...secret} onClose={() => setSecret(null)} />}
    </Page>
  );
}

const stands = ['on', 'off', 'turned-off', 'by-hand'] as const;
const standOf = ({ isOn, problem }: ChannelView): (typeof stands)[number] =>
  isOn ? (problem === null ? 'on' : 'by-hand') : problem === null ? 'off' : 'turned-off';

const tones = { on: 'ok', off: 'plain', 'turned-off': 'hot', 'by-hand': 'due' } as const;

function ChannelCell({ channel }: { channel: ChannelView }) {
  const words = useWords(channelTexts);
  const { longName } = usePlaces();
  const tag = useTag();
  const form = kindFormOf(channel.settings.kind);
  const kind = form ? wordsIn(form.words, tag).name : channel.kindName;
  const about = [kind, longName(channel.placeId)];
  return (
    <>
      <strong>{channel.name}</strong>
      <div className="second">
        {about.join(' · ')}
        {channel.beyondRecall && <> · {words.beyondRecall}</>}
      </div>
    </>
  );
}

function ChannelState({ channel }: { channel: ChannelView }) {
  const words = useWords(channelTexts);
  const times = useTimes();
  const problemOf = useProblemWords();
  const stand = standOf(channel);
  return (
    <>
      <Tag tone={tones[stand]}>{words.states[stand]}</Tag>
      {channel.heldUntil !== null && <div className="second">{words.held(times.at(channel.heldUntil))}</div>}
      {channel.problem !== null && <div className="second">{problemOf(channel.problem)}</div>}
      {channel.troubled > 0 && (
        <div className="second">
          <Link className="meta hot" to={`/copies?channel=${channel.id}`}>
            {words.troubled(channel.troubled)}
          </Link>
        </div>
      )}
      {channel.drifted > 0 && (
        <div className="second">
          <Link className="meta hot" to={`/copies?channel=${channel.id}&state=drifted`}>
            {words.drifted(channel.drifted)}
          </Link>
        </div>
      )}
    </>
  );
}
