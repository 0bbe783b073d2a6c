import { createBrowserRouter, type RouteObject } from 'react-router';
import { readStoryAhead } from '../newsroom/use-story.ts';
import { BrokenPage, MissingPage } from './broken-page.tsx';
import { Frame, readMeAhead } from './frame.tsx';
import { pagesInside, pagesOutside, type PageEntry } from './pages.ts';

// Asks for what a page will show while the page is fetched; nothing waits for it.
const ahead: Readonly<Record<string, (id: string) => void>> = {
  '/stories/:id/edit': readStoryAhead,
  '/stories/:id/review': readStoryAhead,
};

/** A page that is fetched when it is first opened. */
const routeOf = ({ path, load, name }: PageEntry): RouteObject => {
  const ask = ahead[path];
  return {
    path,
    lazy: async () => ({ Component: (await load())[name] as React.ComponentType }),
    ...(ask ? { loader: ({ params }) => (ask(params['id'] ?? ''), null) } : {}),
  };
};

const inside: RouteObject[] = [...pagesInside.map(routeOf), { path: '*', element: <MissingPage /> }];

const outside = pagesOutside.map(routeOf);

/** Every address of the console. */
export const router = createBrowserRouter(
  [
    ...outside.map((route) => ({ ...route, errorElement: <BrokenPage />, hydrateFallbackElement: <></> })),
    {
      element: <Frame />,
      loader: () => (readMeAhead(), null),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <></>,
      children: [{ errorElement: <BrokenPage />, children: inside }],
    },
  ],
  { basename: '/console' },
);
