import type { ComponentChildren } from 'preact';
import type { KioskFrame } from '@xiangyin/server/contract';
import type { Here } from '../../here.ts';

/** Where the page renews itself without a script. */
export const renewSeconds = 600;

/** A page of a kiosk: emergency numbers, then the matter itself, then the way out. Nothing on it leads away from the kiosk. */
export function KioskPage({
  here,
  kiosk,
  isHome = false,
  children,
}: {
  here: Here;
  kiosk: KioskFrame;
  isHome?: boolean;
  children: ComponentChildren;
}) {
  const words = here.t.volunteering.kiosk;
  return (
    <div class="wrap page kiosk" data-idle={kiosk.idleSeconds} data-warn={kiosk.warnSeconds}>
      <KioskEmergencies here={here} emergencies={kiosk.emergencies} />
      {children}
      <div class="kiosk-end">
        <Finish here={here} isHome={isHome} />
        <p class="kiosk-forgets">{words.forgets(Math.round(kiosk.idleSeconds / 60))}</p>
        <noscript>
          <p class="kiosk-forgets">{words.noScript}</p>
        </noscript>
      </div>
      <Idle here={here} seconds={kiosk.warnSeconds} />
    </div>
  );
}

/** Numbers to call, as words: the screen itself cannot call. */
export function KioskEmergencies({ here, emergencies }: { here: Here; emergencies: KioskFrame['emergencies'] }) {
  const words = here.t.volunteering.form;
  return (
    <aside class="emergency" aria-label={words.emergency}>
      <p>
        <b>{words.emergency}</b>
      </p>
      <ul>
        {emergencies.map(({ number, name }) => (
          <li key={number}>
            <b>{number}</b> {name}
          </li>
        ))}
      </ul>
      <p class="emergency-end">{words.emergencyEnd}</p>
    </aside>
  );
}

/** Clears what there is, and leads to the beginning in the county's own language. */
function Finish({ here, isHome }: { here: Here; isHome: boolean }) {
  const first = here.frame.languages[0] ?? here.frame.language;
  return (
    <a class="button button-wide" href={here.inLanguage(first, '/kiosk')} data-finish hidden={isHome}>
      {here.t.volunteering.kiosk.finish}
    </a>
  );
}

/** Comes up when nobody has touched the screen for a while; without a script it never does. */
function Idle({ here, seconds }: { here: Here; seconds: number }) {
  const words = here.t.volunteering.kiosk;
  return (
    <dialog class="kiosk-idle" data-still-here aria-labelledby="still-here">
      <h2 id="still-here">{words.idle.title}</h2>
      <p>
        {words.idle.before} <b data-left>{seconds}</b> {words.idle.after}
      </p>
      <button class="button button-primary button-wide" type="button" data-stay>
        {words.idle.stay}
      </button>
      <button class="button button-wide" type="button" data-finish-now>
        {words.finish}
      </button>
    </dialog>
  );
}
