import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { MeView } from '@xiangyin/server/contract';
import { read } from '../kit/api.ts';
import { coverPage } from '../kit/gate.ts';
import { kitTexts } from '../kit/kit-texts.ts';
import { languageWasChosen, setLanguage } from '../kit/language.ts';
import { Failure } from '../kit/loaded.tsx';
import { Bones } from '../kit/page.tsx';
import { useEver } from '../kit/use-ever.ts';
import { useLive } from '../kit/live.ts';
import { isProblem } from '../kit/problem.ts';
import { queries } from '../kit/queries.ts';
import { SessionContext, useMaySomewhere } from '../kit/session.ts';
import { tellLock } from '../kit/station-computer.ts';
import { isStationComputer } from '../kit/station-mark.ts';
import { useWords } from '../kit/texts.ts';
import { whenIdle } from '../kit/when-idle.ts';
import { learnCountyTime } from '../kit/time.ts';
import { LightWay } from '../lead/light-way.tsx';
import './shell.css';
import { fetchLater, MenuDrawer } from './later.ts';
import { Palette } from './palette.tsx';
import { ReadsOnlyLine } from './reads-only-line.tsx';
import { RenewedLine } from './renewed-line.tsx';
import { StationLock } from './station-lock.tsx';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { shellTexts } from './shell-texts.ts';
import { TopBar } from './top-bar.tsx';
import { WaysList } from './ways-list.tsx';

const LeavingBar = lazy(async () => ({ default: (await import('../channels/leaving-bar.tsx')).LeavingBar }));

const meQuery = {
  queryKey: ['me'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    await tellLock();
    const me = await read<MeView>('/me', {}, { signal, gate: false });
    // Before anything is drawn: what stands on the first screen already counts by the county's clock.
    learnCountyTime(me.county.now);
    return me;
  },
  staleTime: 30_000,
};

/** Asks who is here while the page's own part of the program is still on its way. */
export const readMeAhead = (): void => void queries.prefetchQuery(meQuery);

/** The frame of every page behind the sign-in. Whoever is not signed in goes to the door and comes back to the very page. */
export function Frame() {
  const location = useLocation();
  const words = useWords(kitTexts);
  const me = useQuery({ ...meQuery, refetchInterval: 60_000 });
  useEffect(() => {
    if (me.data && !languageWasChosen()) setLanguage(me.data.language, false);
  }, [me.data]);
  const isOver = isProblem(me.error) && me.error.status === 401;
  // Locked in another window, or ended from elsewhere: what stands on a counter is covered at once.
  useEffect(() => {
    if (isOver && me.data && isStationComputer()) void coverPage();
  }, [isOver, me.data]);
  // At a counter whoever comes next need not be who was on this page.
  const back = isStationComputer() ? '' : `?then=${encodeURIComponent(`${location.pathname}${location.search}`)}`;
  if (!me.data && isOver) return <Navigate to={`/sign-in${back}`} replace />;
  if (!me.data)
    return (
      <div className="main">
        {me.error ? <Failure error={me.error} again={() => void me.refetch()} /> : <Bones label={words.loading} />}
      </div>
    );
  if (me.data.needs === 'second-factor') return <Navigate to={`/sign-in${back}`} replace />;
  if (me.data.needs === 'enrolment' && location.pathname !== '/account') return <Navigate to="/account" replace />;
  return (
    <SessionContext key={me.data.personId} value={me.data}>
      <Inside />
    </SessionContext>
  );
}

// By then the page is there.
const laterMilliseconds = 2_000;

function Inside() {
  const words = useWords(shellTexts);
  const location = useLocation();
  useLive();
  useEffect(() => {
    const timer = setTimeout(() => whenIdle(fetchLater), laterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const [menuOpen, setMenuOpen] = useState(false);
  const menuWasOpen = useEver(menuOpen);
  const mayStop = useMaySomewhere('copy.give-up');
  // The result is thrown away: newer browsers answer a promise, which an effect must not return.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [location.pathname]);
  return (
    <>
      <ReadsOnlyLine />
      <StationLock />
      <div className="frame">
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <div className="head">
          <TopBar onMenu={() => setMenuOpen(true)} />
          <RenewedLine />
        </div>
        <nav className="side" aria-label={words.menu}>
          <WaysList />
        </nav>
        {menuWasOpen && (
          <Suspense>
            <MenuDrawer open={menuOpen} onClose={() => setMenuOpen(false)} />
          </Suspense>
        )}
        <main className="main" id="main" tabIndex={-1}>
          <LightWay />
          <Outlet />
        </main>
        {mayStop && (
          <Suspense>
            <LeavingBar />
          </Suspense>
        )}
        <Palette />
        <ShortcutsHelp />
      </div>
    </>
  );
}
