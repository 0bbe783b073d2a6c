import { render } from 'preact';
import './style/tokens.css';
import './style/phone.css';
import { App } from './shell/app.tsx';
import { installShell } from './shell/install-shell.ts';

const root = document.getElementById('phone');
if (root) render(<App />, root);
installShell();
