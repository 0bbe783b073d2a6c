import { render } from 'preact';
import '../kit/look.css';
import './style/tokens.css';
import './style/phone.css';
import { isStationComputer } from '../kit/station-mark.ts';
import { firstWords } from './kit/language.ts';
import { App } from './shell/app.tsx';
import { installShell } from './shell/install-shell.ts';

// What is looked at here stays on the device, and nothing locks: not for a computer that several people share.
if (isStationComputer()) location.replace('/console/');
else if (firstWords) void firstWords.then(begin);
else begin();

function begin(): void {
  const root = document.getElementById('phone');
  if (root) render(<App />, root);
  installShell();
}
