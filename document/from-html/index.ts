/** HTML from elsewhere as blocks that a story may hold: what is pasted from Word, WPS, WeChat articles and web pages, and what a DOCX file is turned into. Alone in loading an HTML parser. */
export { pageWords } from './page-words.ts';
export { storyFromHtml, type FromHtml, type PastedBlock, type PastedPicture } from './story-from-html.ts';
