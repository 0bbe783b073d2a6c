import { renderToString } from 'preact-render-to-string';
import type { PageFrame } from '@xiangyin/server/contract';
import { hereOf } from './here.ts';
import { Document } from './shell/document.tsx';
import type { View } from './view.ts';
import { views, type ViewName, type ViewProps } from './views.ts';

export { assetsFrom, type ViteManifest } from './assets.ts';
export { addressOf } from './address.ts';
export { speakAlso } from './here.ts';
export type { ViewName, ViewProps } from './views.ts';

/** Which page, what stands around it, and what it is about. */
export type Page<Name extends ViewName = ViewName> = {
  [N in Name]: { view: N; frame: PageFrame; props: ViewProps[N] };
}[Name];

/** A whole HTML document. Throws RangeError for a view that does not exist. Set NODE_ENV=production: without it Preact is several times slower. */
export function render<Name extends ViewName>(page: Page<Name>): string {
  const view: View<ViewProps[Name]> = views[page.view];
  if (view === undefined) throw new RangeError(`no view ${String(page.view)}`);
  return renderView(view, page.frame, page.props);
}

/** Whether a name from a manifest is one of the views. */
export const isViewName = (name: string): name is ViewName => Object.hasOwn(views, name);

function renderView<Props>(
  { head, Body, header = 'bar', islands = [] }: View<Props>,
  frame: PageFrame,
  props: Props,
): string {
  const here = hereOf(frame);
  const document = (
    <Document here={here} head={head(props, here)} header={header} islands={islands}>
      <Body props={props} here={here} />
    </Document>
  );
  return `<!doctype html>${renderToString(document)}`;
}
