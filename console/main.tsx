// Before our own: theirs give way.
import './antd-styles/shared.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { forgetStale } from './kit/kept.ts';
import { speakAsAsked } from './kit/language.ts';
import './kit/look.css';
import { returnFocus } from './kit/return-focus.ts';
import './kit/tokens.css';
import { admitOwnOnly, signStyles } from './kit/trusted-types.ts';
import { ConsoleApp } from './shell/console-app.tsx';

admitOwnOnly();
signStyles();
forgetStale();
returnFocus();

// The program was renewed while this page stood open, and a part of it has another name now: what was typed is kept, so the page may be fetched anew.
addEventListener('vite:preloadError', (event) => {
  const tried = Number(sessionStorage.getItem('xiangyin.reloaded') ?? 0);
  if (Date.now() - tried < 30_000) return;
  event.preventDefault();
  sessionStorage.setItem('xiangyin.reloaded', String(Date.now()));
  location.reload();
});

const words = speakAsAsked(new URLSearchParams(location.search));
if (words) void words.then(begin);
else begin();

function begin(): void {
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <StrictMode>
        <ConsoleApp />
      </StrictMode>,
    );
}
