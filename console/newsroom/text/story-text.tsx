import {
  difference,
  type Difference,
  type DifferenceBlock,
  type DifferenceRun,
  type ShownTable,
  type StoryText,
  wholeNumbers,
  withTables,
} from '@xiangyin/document';
import { useMemo, type ReactNode } from 'react';
import { useWords } from '../../kit/texts.ts';
import { textTexts } from './text-texts.ts';
import './text.css';
import { StoryPicture } from './story-picture.tsx';

/** A text to be read; with `before`, what changed since stands in it, struck and set. Its headings stand one level lower, under the page's own. */
export function StoryTextView({
  text,
  before,
  withoutTitle = false,
}: {
  text: StoryText;
  before?: StoryText | undefined;
  withoutTitle?: boolean;
}) {
  const found = useMemo(() => difference(before ?? text, text), [before, text]);
  const shown = withoutTitle ? { blocks: found.blocks.filter((block) => block.form.kind !== 'title') } : found;
  return <DifferenceView found={shown} language={text.language} />;
}

/** A difference as it was found. */
export function DifferenceView({ found, language }: { found: Pick<Difference, 'blocks'>; language: string }) {
  return (
    <div className="story-text" lang={language}>
      {withTables(found.blocks).map((block, at) =>
        'rows' in block ? <TableView key={at} table={block} /> : <BlockView key={at} block={block} />,
      )}
    </div>
  );
}

// Moved sideways by itself where it is wider than the page, by keyboard too.
function TableView({ table }: { table: ShownTable }) {
  const { forms } = useWords(textTexts);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-wrap" role="region" aria-label={forms.table} tabIndex={0}>
      <table>
        <tbody>
          {table.rows.map(({ kind, cells }, row) => (
            <tr key={row} className={kind === 'removed' ? 'block-removed' : ''}>
              {cells.map(({ header, blocks }, column) => {
                const words = blocks.map((block, at) => <BlockView key={at} block={block} />);
                return header ? (
                  <th key={column} scope={row === 0 ? 'col' : 'row'}>
                    {words}
                  </th>
                ) : (
                  <td key={column}>{words}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BlockView({ block }: { block: DifferenceBlock }) {
  const { forms, formChanged } = useWords(textTexts);
  const { kind, within } = block.form;
  // The innermost container says more than "paragraph" where there is one.
  const nameOf = (form: DifferenceBlock['form']): string =>
    forms[form.kind === 'paragraph' ? (form.within.at(-1) ?? form.kind) : form.kind];
  const classes = [
    block.kind === 'added' || block.kind === 'removed' ? `block-${block.kind}` : '',
    ...within.map((name) => (name === 'bulletList' || name === 'orderedList' ? 'item' : `within-${name}`)),
  ]
    .filter(Boolean)
    .join(' ');
  const words = <Runs runs={block.runs} />;
  if (kind === 'title') return <h2 className={`title ${classes}`}>{words}</h2>;
  if (kind === 'deck') return <p className={`deck ${classes}`}>{words}</p>;
  if (kind === 'heading2') return <h3 className={classes}>{words}</h3>;
  if (kind === 'heading3') return <h4 className={classes}>{words}</h4>;
  if (kind === 'rule') return <hr className={classes} />;
  if (kind === 'figure') return <FigureView block={block} className={classes} />;
  return (
    <p className={classes}>
      {block.formBefore && (
        <span className="form-note">{formChanged(nameOf(block.formBefore), nameOf(block.form))}</span>
      )}
      {words}
    </p>
  );
}

function FigureView({ block, className }: { block: DifferenceBlock; className: string }) {
  const { marks } = useWords(textTexts);
  const { before, after } = block.figure ?? {};
  const replaced = before && after && before.hash !== after.hash;
  const parts = block.runs.filter((run) => run.part !== 'picture');
  return (
    <figure className={className}>
      {replaced && (
        <div>
          <del>{marks.figure}</del>
          <StoryPicture figure={before} />
        </div>
      )}
      {after ? <StoryPicture figure={after} /> : before && <StoryPicture figure={before} />}
      <figcaption>
        {parts.map((run, at) => (
          <span key={at}>
            {parts[at - 1]?.part !== run.part && (
              <>
                {at > 0 && ' · '}
                {run.part === 'alt' && <span className="form-note">{marks.alt}</span>}
              </>
            )}
            {marked(run, run.text)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const classOf: Readonly<Record<string, { className: string }>> = {
  note: { className: 'note words' },
  noteEdge: { className: 'note' },
};

const Runs = ({ runs }: { runs: readonly DifferenceRun[] }) => (
  <>
    {runs.map((run, at) => (
      <span key={at} {...(classOf[run.part ?? ''] ?? {})}>
        {marked(run, styled(run))}
      </span>
    ))}
  </>
);

function marked(run: DifferenceRun, words: ReactNode): ReactNode {
  if (run.kind === 'ins') return <ins>{words}</ins>;
  if (run.kind === 'del') return <del>{words}</del>;
  return words;
}

// Browsers break a telephone number at its hyphen.
const Unbroken = ({ text }: { text: string }) => (
  <>
    {wholeNumbers(text).map((piece, at) =>
      at % 2 === 1 ? (
        <span key={at} className="unbroken">
          {piece}
        </span>
      ) : (
        piece
      ),
    )}
  </>
);

function styled(run: DifferenceRun): ReactNode {
  let words: ReactNode = run.text
    .split('\n')
    .flatMap((line, at) => [...(at === 0 ? [] : [<br key={at} />]), <Unbroken key={`line ${at}`} text={line} />]);
  if (run.italic) words = <em>{words}</em>;
  if (run.bold) words = <strong>{words}</strong>;
  if (run.href !== undefined)
    words = (
      <a href={run.href} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    );
  return words;
}
