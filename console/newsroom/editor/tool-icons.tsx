import type { ReactNode } from 'react';
import { icon } from '../../kit/icons.tsx';

const face = (path: ReactNode): ReactNode => {
  const Face = icon(path);
  return <Face />;
};

/** The faces of the tools over the text. */
export const toolIcons = {
  heading: face(<path d="M5 5v14M15 5v14M5 12h10M19 19h1.5" />),
  subheading: face(<path d="M6 9v10M14 9v10M6 14h8M18 19h1.5" />),
  bold: face(<path strokeWidth="2.4" d="M7 5h6a3.5 3.5 0 0 1 0 7H7zm0 7h7a3.5 3.5 0 0 1 0 7H7z" />),
  italic: face(<path d="M10 5h7M7 19h7M14 5l-4 14" />),
  link: face(
    <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1" />,
  ),
  bullets: face(<path d="M10 6h10M10 12h10M10 18h10M4.5 6h.01M4.5 12h.01M4.5 18h.01" />),
  numbers: face(<path d="M11 6h9M11 12h9M11 18h9M4 5l1.5-1v5M4 15.2c.6-1.6 3-.9 2.6.7L4 19h3" />),
  quote: face(<path d="M9 7c-3 1-4 3-4 6v4h5v-5H7c0-2 .8-3 2.5-3.5M18 7c-3 1-4 3-4 6v4h5v-5h-3c0-2 .8-3 2.5-3.5" />),
  facts: face(<path d="M5 4h14v16H5zM8.5 9h7M8.5 13h7M8.5 17h4" />),
  rule: face(<path d="M4 12h16M8 6h8M8 18h8" />),
  comment: face(<path d="M4 5h16v11h-9l-4 4v-4H4zM8 9h8M8 12h5" />),
  suggest: face(<path d="M4 20h4L19 9l-4-4L4 16zM13 7l4 4M14 20h6" />),
  find: face(<path d="M16 16l4.5 4.5M11 17.5a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13" />),
  docx: face(<path d="M6 3h8l5 5v13H6zM14 3v5h5M9 12l1.5 6 1.5-4.5 1.5 4.5 1.5-6" />),
  picture: face(<path d="M4 5h16v14H4zM4 16l4.5-4.5L13 16l2.5-2.5L20 18M15 9.5h.01" />),
  material: face(<path d="M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />),
  table: face(<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M9.5 5v14M15 5v14" />),
  footnote: face(<path d="M4 7h8M4 12h7M4 17h12M15 5l2-1.5V10M20 12v7h-8" />),
  signs: face(<path d="M5 20h5v-2.5a6.5 6.5 0 1 1 4 0V20h5" />),
  undo: face(<path d="M9 6 4 11l5 5M4 11h10a5 5 0 0 1 0 10h-2" />),
  redo: face(<path d="m15 6 5 5-5 5M20 11H10a5 5 0 0 0 0 10h2" />),
};
