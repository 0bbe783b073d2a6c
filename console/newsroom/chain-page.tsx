import { App, Button } from 'antd';
import { useNavigate, useParams } from 'react-router';
import type { ChainListView, ChainView } from '@xiangyin/server/contract';
import { useConfirm } from '../kit/confirm.ts';
import { inWords, useLanguage } from '../kit/language.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page, Part, Quiet } from '../kit/page.tsx';
import { refresh } from '../kit/queries.ts';
import { useMaySomewhere } from '../kit/session.ts';
import { Tag } from '../kit/tag.tsx';
import { useWords } from '../kit/texts.ts';
import { useTimes } from '../kit/time.ts';
import { useAct } from '../kit/use-act.ts';
import { ChainForm } from './chains/chain-form.tsx';
import { ChainPreview } from './chains/chain-preview.tsx';
import { chainTexts } from './chains/chain-texts.ts';
import { useChains } from './chains/use-chains.ts';
import './chains/chains.css';

/** One chain of review: to read, and for the chief editor to arrange. `/chains/new` adds one. */
export function ChainPage() {
  const { id = 'new' } = useParams();
  const words = useWords(chainTexts);
  const navigate = useNavigate();
  const query = useChains();
  const back = { to: '/chains', text: words.title };
  return (
    <Loaded query={query}>
      {({ items, roles }) => {
        const chain = items.find((one) => one.id === id);
        if (chain) return <Chain chain={chain} roles={roles} />;
        if (id !== 'new')
          return (
            <Page title={words.title} crumb={back}>
              <Quiet title={words.unknown} />
            </Page>
          );
        const saved = async (added: ChainView): Promise<void> => {
          await refresh();
          void navigate(`/chains/${added.id}`, { replace: true });
        };
        return (
          <Page title={words.add} crumb={back}>
            <ChainForm chain={null} roles={roles} onSaved={(added) => void saved(added)} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function Chain({ chain, roles }: { chain: ChainView; roles: ChainListView['roles'] }) {
  const words = useWords(chainTexts);
  const language = useLanguage();
  const times = useTimes();
  const mayArrange = useMaySomewhere('chain.arrange');
  const made =
    chain.arrangedBy && chain.arrangedAt
      ? words.arranged(chain.arrangedBy.name, times.at(chain.arrangedAt))
      : words.fromProgram;
  return (
    <Page
      title={inWords(chain.name, language)}
      crumb={{ to: '/chains', text: words.title }}
      meta={
        <span className="row">
          <ChainTags chain={chain} />
          <span>
            {words.version(chain.number)} · {made}
          </span>
        </span>
      }
      actions={mayArrange && <ChainActs chain={chain} />}
    >
      <Uses chain={chain} />
      {mayArrange && !chain.ended ? (
        <ChainForm key={chain.number} chain={chain} roles={roles} onSaved={() => void refresh()} />
      ) : (
        <Part title={words.preview}>
          <ChainPreview steps={chain.steps} />
          <p className="meta">{words.separations[chain.separation]}</p>
        </Part>
      )}
    </Page>
  );
}

/** What is special about a chain, as words in a tint. */
export function ChainTags({ chain }: { chain: ChainView }) {
  const words = useWords(chainTexts);
  return (
    <>
      {chain.isDefault && (
        <span title={words.isDefault}>
          <Tag tone="ok">{words.defaultTag}</Tag>
        </span>
      )}
      {chain.isUrgent && <Tag tone="hot">{words.urgentTag}</Tag>}
      {chain.ended && <Tag>{words.ended}</Tag>}
    </>
  );
}

function Uses({ chain }: { chain: ChainView }) {
  const words = useWords(chainTexts);
  const language = useLanguage();
  return (
    <dl className="facts">
      <dt>{words.sections}</dt>
      <dd>
        {chain.sections.length > 0
          ? chain.sections.map((section) => inWords(section.name, language)).join(' · ')
          : chain.isUrgent
            ? words.chosenOnly
            : words.noSections}
      </dd>
      <dt>{words.inReview}</dt>
      <dd>
        <InReview chain={chain} />
      </dd>
    </dl>
  );
}

/** How many texts are in review by the chain as it stands, and by older versions. */
export function InReview({ chain }: { chain: ChainView }) {
  const words = useWords(chainTexts);
  if (chain.inReview.length === 0) return <>{words.nothingInReview}</>;
  return (
    <>
      {chain.inReview
        .map(({ number, count }) =>
          number === chain.number ? words.inReviewNow(count) : words.inReviewOlder(count, number),
        )
        .join(' · ')}
    </>
  );
}

function ChainActs({ chain }: { chain: ChainView }) {
  const words = useWords(chainTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const { run, busy } = useAct<ChainView>();
  if (chain.isUrgent) return null;
  const change = async (body: object, said: string): Promise<void> => {
    if (!(await run('PATCH', `/chains/${chain.id}`, body))) return;
    void message.success(said);
    await refresh();
  };
  const end = async (): Promise<void> => {
    const sure = { title: words.endTitle(inWords(chain.name, language)), consequence: words.endSure, act: words.end };
    if (await confirm(sure)) await change({ ended: true }, words.endedNow);
  };
  if (chain.ended)
    return (
      <Button disabled={busy} onClick={() => void change({ ended: false }, words.resumed)}>
        {words.resume}
      </Button>
    );
  if (chain.isDefault) return null;
  return (
    <>
      <Button disabled={busy} onClick={() => void change({ isDefault: true }, words.madeDefault)}>
        {words.makeDefault}
      </Button>
      <Button disabled={busy} onClick={() => void end()}>
        {words.end}
      </Button>
    </>
  );
}
