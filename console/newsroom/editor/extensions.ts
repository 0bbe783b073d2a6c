import { Node, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { contentRuleOf, factBoxNode, figureNode, starterKitOptions, tableNodes } from '@xiangyin/document/editor';
import { sharedTypes } from '@xiangyin/document/working-copy';
import { suggestionExtensions, type Hand } from '../suggestions/suggestions-plugin.ts';
import { FigureView } from './figure-view.tsx';
import { footnoteExtension, type FootnoteWords } from './footnote.ts';
import { galleryExtension, type GalleryWords } from './gallery.ts';
import { tableKeys } from './table-keys.ts';
import { presenceExtension } from './presence.ts';
import type { SharedText } from './use-shared-text.ts';

// The kit's own rules are wider than ours (a heading within a list): each node gets the rule of the document's schema.
const StoryKit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((extension) => {
      const content = extension.type === 'node' ? contentRuleOf(extension.name) : undefined;
      return content === undefined ? extension : (extension as Node).extend({ content });
    });
  },
});

/** What the editor can hold: exactly what the document package accepts. Written together, and each person undoes their own. */
export const storyExtensions = (
  { doc, provider }: SharedText,
  hand: Hand,
  words: { readonly footnote: FootnoteWords; readonly gallery: GalleryWords },
): Extensions => [
  StoryKit.configure({
    ...starterKitOptions,
    heading: { levels: [...starterKitOptions.heading.levels] },
    undoRedo: false,
    // It would write at the end of the text for merely looking at it, once for everybody who does.
    trailingNode: false,
  }),
  Collaboration.configure({ fragment: sharedTypes(doc).body }),
  presenceExtension(provider),
  ...suggestionExtensions(hand),
  footnoteExtension(hand, words.footnote),
  Node.create({
    name: figureNode.name,
    group: figureNode.group,
    atom: figureNode.atom,
    draggable: figureNode.draggable,
    addAttributes: figureNode.addAttributes,
    parseHTML: figureNode.parseHTML,
    renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
    addNodeView: () => ReactNodeViewRenderer(FigureView),
  }),
  galleryExtension(words.gallery),
  ...tableNodes.map((node) => Node.create(node)),
  tableKeys,
  Node.create({
    name: factBoxNode.name,
    group: factBoxNode.group,
    content: factBoxNode.content,
    defining: factBoxNode.defining,
    parseHTML: factBoxNode.parseHTML,
    renderHTML: () => ['aside', { class: 'fact-box' }, 0],
  }),
];
