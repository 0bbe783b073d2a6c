import type { Paging as PagingProps } from '@xiangyin/server/contract';
import type { Here } from '../here.ts';

/** As many pages as lists of stories can be turned to. */
const mostPages = 50;

/** Newer and older; nothing when all is on one page. `search`: where what lies behind the last page that can be turned to is looked for. */
export function Paging({ here, paging, search }: { here: Here; paging: PagingProps; search?: string }) {
  const { t, format } = here;
  const { page, pageCount } = paging;
  if (pageCount <= 1) return null;
  return (
    <nav class="paging" aria-label={t.shell.paging.label}>
      {page > 1 ? (
        <a class="button" rel="prev" href={pageAddress(here, page - 1)}>
          {t.shell.paging.newer}
        </a>
      ) : (
        <span />
      )}
      <p class="meta">{t.shell.paging.position(format.number(page), format.number(pageCount))}</p>
      {page < pageCount ? (
        <a class="button" rel="next" href={pageAddress(here, page + 1)}>
          {t.shell.paging.older}
        </a>
      ) : search && page >= mostPages ? (
        <a class="button" href={here.to(search)}>
          {t.shell.paging.search}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

function pageAddress(here: Here, page: number): string {
  const [path = '/', query = ''] = here.frame.path.split('?');
  const asked = new URLSearchParams(query);
  if (page === 1) asked.delete('page');
  else asked.set('page', String(page));
  return here.to(asked.size > 0 ? `${path}?${asked}` : path);
}
