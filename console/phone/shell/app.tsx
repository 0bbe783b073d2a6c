import { useEffect, useState } from 'preact/hooks';
import { OwnPage } from '../access/own-page.tsx';
import { SignIn } from '../access/sign-in.tsx';
import { session } from '../access/session.ts';
import { useCell } from '../kit/cell.ts';
import { later } from '../kit/later.tsx';
import { useLanguage } from '../kit/language.ts';
import { go, here } from '../kit/navigate.ts';
import { Coming } from '../kit/parts.tsx';
import { useTick } from '../kit/use-tick.ts';
import { DraftPage } from '../newsroom/draft-page.tsx';
import { ReviewPage } from '../newsroom/review-page.tsx';
import { StoriesPage } from '../newsroom/stories-page.tsx';
import { LeavingBar } from '../channels/leaving-bar.tsx';
import { OutboxPage } from '../outbox/outbox-page.tsx';
import { startSendingAttachments } from '../outbox/send-attachments.ts';
import { startSending } from '../outbox/send-outbox.ts';
import { OfferPage } from '../volunteering/offer-page.tsx';
import { VisitPage } from '../volunteering/visit-page.tsx';
import { HoursPage } from '../volunteering/hours-page.tsx';
import { WorkPage } from '../work/work-page.tsx';
import { Gate } from './gate.tsx';
import { LineRibbon } from './line-ribbon.tsx';
import { RenewedLine } from './renewed-line.tsx';
import { Tabs } from './tabs.tsx';

const MinePage = later(() => import('../volunteering/mine-page.tsx'));
const WatchPage = later(() => import('../newsroom/watch-page.tsx'));
const PublishedPage = later(() => import('../newsroom/published-page.tsx'));
const SubmissionsPage = later(() => import('../newsroom/submissions-page.tsx'));
const CopyPage = later(() => import('../channels/copy-page.tsx'));
const NoticesPage = later(() => import('../notices/notices-page.tsx'));
const IdeaPage = later(() => import('../newsroom/idea-page.tsx'));
const IdeasPage = later(() => import('../newsroom/ideas-page.tsx'));
const HousePage = later(() => import('../newsroom/house-page.tsx'));
const FrontPage = later(() => import('../newsroom/front-page.tsx'));

/** The whole entry: who is it, where are they, and the page. A session that ends lays the sign-in over the page, which stays as it is underneath. */
export function App() {
  useLanguage();
  const me = useCell(session.me);
  const path = useCell(here);
  const opened = useOpened();
  useTick();
  useInsideLinks();
  useEffect(() => document.getElementById('page')?.focus({ preventScroll: true }), [path]);
  if (!me) return opened ? <SignIn /> : <Opening />;
  const view = pageAt(path);
  return (
    <>
      <LineRibbon />
      <RenewedLine />
      <Gate>
        <div id="page" tabIndex={-1} class={view.bare ? 'page bare' : 'page'} key={`${me.personId} ${path}`}>
          {view.page}
        </div>
        {!view.bare && <Tabs path={path} />}
        {me.abilities.includes('copy.give-up') && <LeavingBar />}
      </Gate>
    </>
  );
}

// On a poor line it takes a while to hear who this is.
const Opening = () => (
  <main class="opening">
    <Coming />
  </main>
);

function useOpened(): boolean {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    startSending();
    startSendingAttachments();
    void session.open().then(() => setOpened(true));
  }, []);
  return opened;
}

/** `bare`: a page with its own way back and its own buttons below, without the tabs. */
function pageAt(path: string) {
  const [, first = '', id = '', last = ''] = path.split('/');
  switch (first) {
    case '':
      return { page: <WorkPage />, bare: false };
    case 'stories':
      return id === '' ? { page: <StoriesPage />, bare: false } : { page: <ReviewPage storyId={id} />, bare: true };
    case 'watch':
      return { page: <WatchPage />, bare: true };
    case 'published':
      return { page: <PublishedPage />, bare: true };
    case 'submissions':
      return { page: <SubmissionsPage />, bare: true };
    case 'house':
      return { page: <HousePage name={id} />, bare: true };
    case 'front':
      return { page: <FrontPage />, bare: true };
    case 'notices':
      return { page: <NoticesPage />, bare: true };
    case 'copies':
      return { page: <CopyPage copyId={id} />, bare: true };
    case 'drafts':
      return { page: <DraftPage draftId={id} storyId={last} />, bare: true };
    case 'offers':
      return { page: <OfferPage offerId={id} />, bare: true };
    case 'ideas':
      return { page: id === '' ? <IdeasPage /> : <IdeaPage ideaId={id} />, bare: true };
    case 'visits':
      return { page: <VisitPage visitId={id} />, bare: true };
    case 'hours':
      return { page: <HoursPage />, bare: false };
    case 'mine':
      return { page: <MinePage />, bare: true };
    case 'outbox':
      return { page: <OutboxPage />, bare: true };
    default:
      return { page: <OwnPage />, bare: false };
  }
}

/** Links to this entry change the page without loading it anew. */
function useInsideLinks(): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (
        !link ||
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        link.target
      )
        return;
      if (link.origin !== location.origin || !link.pathname.startsWith('/console/phone/')) return;
      event.preventDefault();
      go(link.pathname.slice('/console/phone'.length) + link.search);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}
