import {
  isAllowedHref,
  wholeNumbers,
  type Block,
  type Inline,
  type ListItem,
  type StoryText,
} from '@xiangyin/document';
import type { ComponentChildren } from 'preact';
import { pictureSource } from './newsroom/picture-source.ts';

/** A text as it will be read, element by element from its JSON: no words ever become markup. */
export function DocumentView({ text }: { text: StoryText }) {
  return (
    <div class="document" lang={text.language}>
      {text.deck !== '' && <p class="deck">{text.deck}</p>}
      <Blocks blocks={text.body.content} />
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <BlockView key={at} block={block} />
      ))}
    </>
  );
}

/** One block of a text. */
export function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inlines(block.content)}</p>;
    case 'heading':
      return block.attrs.level === 2 ? <h2>{inlines(block.content)}</h2> : <h3>{inlines(block.content)}</h3>;
    case 'bulletList':
      return <ul>{items(block.content)}</ul>;
    case 'orderedList':
      return <ol start={block.attrs.start}>{items(block.content)}</ol>;
    case 'blockquote':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      );
    case 'factBox':
      return (
        <aside class="fact-box">
          <Blocks blocks={block.content} />
        </aside>
      );
    case 'figure':
      return <FigureView {...block.attrs} />;
    case 'gallery':
      return (
        <div class="gallery">
          <Blocks blocks={block.content} />
        </div>
      );
    case 'table':
      return (
        <div class="table-wrap">
          <table>
            <tbody>
              {block.content.map((row, at) => (
                <tr key={at}>
                  {row.content.map(({ type, content }, column) =>
                    type === 'tableHeader' ? (
                      <th key={column} scope={at === 0 ? 'col' : 'row'}>
                        <Blocks blocks={content} />
                      </th>
                    ) : (
                      <td key={column}>
                        <Blocks blocks={content} />
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'horizontalRule':
      return <hr />;
  }
}

/** A picture with its words. To a reviewer the alternative text is shown as well: it is signed too. */
export function FigureView({
  hash,
  alt,
  caption,
  credit,
  width,
  height,
}: {
  hash: string;
  alt: string;
  caption: string;
  credit: string;
  width: number;
  height: number;
}) {
  return (
    <figure>
      <img src={pictureSource(hash, width)} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      <figcaption>
        {caption} {credit !== '' && <span class="credit">{credit}</span>}
        <span class="alt-words">{alt}</span>
      </figcaption>
    </figure>
  );
}

const items = (list: readonly ListItem[]): ComponentChildren =>
  list.map((item, at) => (
    <li key={at}>
      <Blocks blocks={item.content} />
    </li>
  ));

const inlines = (content: readonly Inline[] | undefined): ComponentChildren =>
  content?.map((node, at) => <InlineView key={at} node={node} />);

function InlineView({ node }: { node: Inline }) {
  if (node.type === 'hardBreak') return <br />;
  if (node.type === 'footnote') return <span class="note">〔{inlines(node.content)}〕</span>;
  const marks = node.marks ?? [];
  const link = marks.find((mark) => mark.type === 'link');
  return (
    <Words
      text={node.text}
      bold={marks.some((mark) => mark.type === 'bold')}
      italic={marks.some((mark) => mark.type === 'italic')}
      href={link?.attrs.href}
    />
  );
}

/** Words with their look. A reviewer's link opens beside the review, and only if it is one that may stand in a text. */
export function Words({
  text,
  bold,
  italic,
  href,
}: {
  text: string;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  href?: string | undefined;
}) {
  const whole = wholeNumbers(text).map((piece, at) =>
    at % 2 === 1 ? (
      <span key={at} class="unbroken">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
  const slanted = italic ? <em>{whole}</em> : <>{whole}</>;
  const heavy = bold ? <strong>{slanted}</strong> : slanted;
  if (href === undefined || !isAllowedHref(href)) return <>{heavy}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {heavy}
    </a>
  );
}
