/** Listen, pass on, print: what a page can do besides being read. Each button is hidden until it can really work. */
import { listenButton } from './reader/listen.ts';
import { passButton } from './reader/pass.ts';

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => window.print());
  show(button);
}
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-pass]')) if (passButton(button)) show(button);
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-listen]'))
  if (listenButton(button)) show(button);

function show(button: HTMLElement): void {
  button.hidden = false;
  const item = button.parentElement;
  if (item?.tagName === 'LI') item.hidden = false;
}
