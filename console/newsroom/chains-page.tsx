import { Link } from 'react-router';
import type { ChainView } from '@xiangyin/server/contract';
import { inWords, useLanguage } from '../kit/language.ts';
import { LinkButton } from '../kit/link-button.tsx';
import type { ListSpec } from '../kit/list/list-spec.ts';
import { RecordList } from '../kit/list/record-list.tsx';
import { Page, Quiet } from '../kit/page.tsx';
import { useMaySomewhere } from '../kit/session.ts';
import { useWords } from '../kit/texts.ts';
import { ChainTags, InReview } from './chain-page.tsx';
import { chainTexts } from './chains/chain-texts.ts';
import { useChainWords } from './chains/chain-words.ts';
import { useChains } from './chains/use-chains.ts';
import { VoidingPart } from './chains/voiding-part.tsx';
import './chains/chains.css';

/** The county's chains of review: who signs what, in which order. */
export function ChainsPage() {
  const words = useWords(chainTexts);
  const say = useChainWords();
  const language = useLanguage();
  const mayArrange = useMaySomewhere('chain.arrange');
  const rules = useChains().data?.voiding;
  const orderOf = (chain: ChainView): string => chain.steps.map((one) => say.step(one.step)).join(' → ');
  const sectionsOf = (chain: ChainView): string =>
    chain.sections.map((section) => inWords(section.name, language)).join(' · ');
  const add = mayArrange && (
    <LinkButton type="primary" to="/chains/new">
      {words.add}
    </LinkButton>
  );
  const spec: ListSpec<ChainView> = {
    name: 'chains',
    path: '/chains',
    local: {
      // A chain belongs to the county.
      isHere: null,
      matches: (chain, search, chosen) =>
        (chosen('ended') === '' || chain.ended === (chosen('ended') === 'true')) &&
        [...Object.values(chain.name), sectionsOf(chain)].some((text) =>
          text?.toLowerCase().includes(search.toLowerCase()),
        ),
    },
    searchHint: words.search,
    filters: [
      {
        param: 'ended',
        label: words.state,
        options: [
          { value: 'false', label: words.running },
          { value: 'true', label: words.ended },
        ],
      },
    ],
    rowKey: (chain) => chain.id,
    href: (chain) => `/chains/${chain.id}`,
    columns: [
      {
        key: 'name',
        title: words.name,
        text: (chain) => inWords(chain.name, language),
        cell: (chain) => (
          <>
            <span className="row" style={{ gap: 6 }}>
              <Link to={`/chains/${chain.id}`}>{inWords(chain.name, language)}</Link>
              <ChainTags chain={chain} />
            </span>
            <div className="second">{words.separations[chain.separation]}</div>
          </>
        ),
      },
      {
        key: 'separation',
        title: words.separation,
        exported: true,
        text: (chain) => words.separations[chain.separation],
      },
      { key: 'order', title: words.order, text: orderOf },
      {
        key: 'sections',
        title: words.sections,
        named: true,
        text: (chain) => sectionsOf(chain) || (chain.isUrgent ? words.chosenOnly : words.noSections),
      },
      {
        key: 'review',
        title: words.inReview,
        named: true,
        narrow: true,
        text: (chain) => String(chain.inReview.reduce((sum, one) => sum + one.count, 0)),
        sortBy: (chain) => chain.inReview.reduce((sum, one) => sum + one.count, 0),
        cell: (chain) => <InReview chain={chain} />,
      },
    ],
    empty: (
      <Quiet title={words.empty} hint={words.emptyHint}>
        {add}
      </Quiet>
    ),
  };
  return (
    <Page title={words.title} meta={words.lead} actions={add}>
      <RecordList spec={spec} />
      {rules && <VoidingPart rules={rules} mayArrange={mayArrange} />}
    </Page>
  );
}
