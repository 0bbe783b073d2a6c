import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './kit/tokens.css';
import { admitStylesOnly } from './kit/trusted-types.ts';
import { ConsoleApp } from './shell/console-app.tsx';

admitStylesOnly();
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConsoleApp />
    </StrictMode>,
  );
