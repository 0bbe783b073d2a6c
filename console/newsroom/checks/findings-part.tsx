import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { StoryText } from '@xiangyin/document';
import type { Finding } from '@xiangyin/document/checks';
import { App, Button, Drawer } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { StoryView } from '@xiangyin/server/contract';
import { Part } from '../../kit/page.tsx';
import { useWords } from '../../kit/texts.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { checksTexts } from './checks-texts.ts';
import { selectPlace } from '../editor/select-place.ts';
import { changesBetween, placeKey, rangeOf } from './finding-place.ts';
import { DismissButton } from './dismiss-button.tsx';
import { DismissedList } from './dismissed-list.tsx';
import { FindingLine } from './finding-line.tsx';
import './findings.css';
import { findingsKey, findingsPlugin } from './findings-plugin.ts';
import { sortFindings, useDismissals } from './use-dismissals.ts';
import { useFindings } from './use-findings.ts';

/** What the checks find, beside the text: why, and one click to mend it. On a phone it comes up from below. `onHead` sets the words of headline or lead. */
export function FindingsPart({
  story,
  editor,
  text,
  onHead,
}: {
  story: StoryView;
  editor: Editor | null;
  text: StoryText;
  onHead: (part: 'title' | 'deck', words: string) => void;
}) {
  const words = useWords(checksTexts);
  const narrow = useNarrow();
  const { message } = App.useApp();
  const [active, setActive] = useState<string | null>(null);
  const [sheet, setSheet] = useState(false);
  const { findings: found, isFresh } = useFindings(story, text);
  const { dismissals, isKnown, send, busy } = useDismissals(story.id);
  const { open: findings, dismissed } = useMemo(() => {
    const sorted = sortFindings(found !== null && isKnown ? found : [], dismissals);
    return { ...sorted, open: sorted.open.filter((one) => !isGoing(editor, one)) };
  }, [editor, found, isKnown, dismissals]);
  useLines(editor, findings, active, setActive);

  const show = (finding: Finding): void => {
    setActive(placeKey(finding));
    setSheet(false);
    select(editor, finding);
  };
  const step = (by: 1 | -1): void => {
    if (findings.length === 0) return;
    const at = findings.findIndex((one) => placeKey(one) === active);
    const next =
      findings[at === -1 ? (by === 1 ? 0 : findings.length - 1) : (at + by + findings.length) % findings.length];
    if (next) show(next);
  };
  useStepKeys(step);
  const fix = (finding: Finding): void => {
    const head = partOf(finding);
    if (head !== null) {
      const present = text[head];
      if (present.slice(finding.from, finding.to) === finding.words)
        onHead(head, present.slice(0, finding.from) + (finding.suggestion ?? '') + present.slice(finding.to));
    } else if (!mend(editor, finding)) void message.info(words.changed);
  };
  const list = (
    <>
      <p className="meta">{found === null ? '' : findings.length === 0 ? words.none : words.hint}</p>
      <ul className="findings">
        {findings.map((finding) => (
          <FindingLine
            key={`${placeKey(finding)} ${finding.key}`}
            finding={finding}
            active={placeKey(finding) === active}
            onShow={() => show(finding)}
            {...(finding.suggestion === null ? {} : { onFix: () => fix(finding) })}
          >
            <DismissButton
              finding={finding}
              // A dismissal is kept by its sentence: of words that were changed just now it would be kept under the former one.
              busy={busy || !isFresh}
              onDismiss={(reason, remark) => send(finding, reason, remark)}
            />
          </FindingLine>
        ))}
      </ul>
      <DismissedList dismissed={dismissed} onReopen={(finding) => void send(finding, null)} />
    </>
  );
  const steps = findings.length > 0 && (
    <span className="row tight">
      <Button size="small" type="text" aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
        ↑
      </Button>
      <Button size="small" type="text" aria-label={words.next} title={words.next} onClick={() => step(1)}>
        ↓
      </Button>
    </span>
  );
  if (!narrow)
    return (
      <Part
        title={findings.length === 0 ? words.title : `${words.title} · ${words.open(findings.length)}`}
        aside={steps}
      >
        {list}
      </Part>
    );
  if (findings.length === 0 && dismissed.length === 0) return null;
  return (
    <>
      <Button className="findings-pill" shape="round" onClick={() => setSheet(true)}>
        {findings.length > 0 ? words.open(findings.length) : words.title}
      </Button>
      <Drawer
        open={sheet}
        onClose={() => setSheet(false)}
        placement="bottom"
        size="70vh"
        title={words.title}
        extra={steps}
      >
        {list}
      </Drawer>
    </>
  );
}

// What a suggestion takes out stands beside what it puts in: nothing that both make together is anybody's slip.
function isGoing(editor: Editor | null, finding: Finding): boolean {
  const range = editor && !editor.isDestroyed && rangeOf(editor.state.doc, finding);
  const deleted = editor?.schema.marks['deleted'];
  if (!editor || !range || range.isNode || !deleted) return false;
  return editor.state.doc.rangeHasMark(range.from, range.to, deleted);
}

/** Headline or lead, which stand outside the editor; null for the body. */
const partOf = ({ path }: Finding): 'title' | 'deck' | null =>
  path === '/title' ? 'title' : path === '/deck' ? 'deck' : null;

/** Draws the lines under the words, and hears when one is clicked. */
function useLines(
  editor: Editor | null,
  findings: readonly Finding[],
  active: string | null,
  onPick: (place: string) => void,
): void {
  useEffect(() => {
    if (!editor) return;
    editor.registerPlugin(findingsPlugin(onPick));
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(findingsKey);
    };
  }, [editor, onPick]);
  useEffect(() => {
    if (!editor || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.setMeta(findingsKey, { findings, active }).setMeta('addToHistory', false));
  }, [editor, findings, active]);
}

/** F8 and Shift+F8 lead from one to the next, also while somebody types. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      latest.current(event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function select(editor: Editor | null, finding: Finding): void {
  const head = partOf(finding);
  if (head !== null) {
    const field = document.querySelector<HTMLTextAreaElement>(`.editor textarea.${head}`);
    field?.focus();
    field?.setSelectionRange(finding.from, finding.to);
    return;
  }
  const range = editor && rangeOf(editor.state.doc, finding);
  if (!range) return;
  if (range.isNode) editor.chain().focus().setNodeSelection(range.from).scrollIntoView().run();
  else selectPlace(editor, range);
}

/** Puts the suggestion in the place of the words; false when they are no longer there. */
function mend(editor: Editor | null, finding: Finding): boolean {
  const range = editor && rangeOf(editor.state.doc, finding);
  if (!range || range.isNode || finding.suggestion === null) return false;
  const { tr } = editor.state;
  if (range.note === null) tr.setSelection(TextSelection.create(tr.doc, range.to));
  for (const change of changesBetween(finding.words, finding.suggestion)) {
    if (change.words === '') tr.delete(range.from + change.from, range.from + change.to);
    else tr.insertText(change.words, range.from + change.from, range.from + change.to);
  }
  editor.view.dispatch(tr.scrollIntoView());
  return true;
}
