/** A kiosk forgets: when nobody has touched it for a while it asks, counts down, and clears what was typed. */
const page = document.querySelector<HTMLElement>('[data-idle]');
const finish = document.querySelector<HTMLAnchorElement>('a[data-finish]');
const dialog = document.querySelector<HTMLDialogElement>('[data-still-here]');
const left = dialog?.querySelector('[data-left]');

// A form that came back is an answer to a POST: without this the browser would offer to send it again to whoever comes next.
history.replaceState(null, '', location.href);

// Shown again out of the browser's memory: whatever stood in it belongs to somebody else.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

if (page && finish && dialog && left) watch(page, finish, dialog, left);

function watch(around: HTMLElement, end: HTMLAnchorElement, ask: HTMLDialogElement, said: Element): void {
  const idle = Number(around.dataset['idle']) * 1000;
  const warn = Number(around.dataset['warn']) * 1000;
  let touchedAt = Date.now();
  const touched = (): void => {
    if (!ask.open) touchedAt = Date.now();
  };
  const stay = (): void => {
    touchedAt = Date.now();
    ask.close();
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll'] as const)
    document.addEventListener(kind, touched, { capture: true, passive: true });
  ask.addEventListener('cancel', () => (touchedAt = Date.now()));
  ask.querySelector('[data-stay]')?.addEventListener('click', stay);
  ask.querySelector('[data-finish-now]')?.addEventListener('click', () => clear(end));
  end.addEventListener('click', (event) => {
    event.preventDefault();
    clear(end);
  });
  const isHome = end.hidden;
  const timer = setInterval(() => {
    const rest = idle - (Date.now() - touchedAt);
    if (rest <= 0) {
      clearInterval(timer);
      clear(end);
    } else if (rest <= warn && !isHome) {
      said.textContent = String(Math.ceil(rest / 1000));
      if (!ask.open) ask.showModal();
    }
  }, 1000);
}

// The fields are emptied at once, even where the network does not answer.
function clear(end: HTMLAnchorElement): void {
  for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('main input, main textarea'))
    if (field.type === 'checkbox' || field.type === 'radio') (field as HTMLInputElement).checked = false;
    else if (field.type !== 'hidden') field.value = '';
  location.replace(end.href);
}
