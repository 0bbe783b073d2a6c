/** Text as it stands in XML; what XML cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>';

/** What the document points at: pictures and addresses, by their ids. */
export interface Relation {
  readonly id: string;
  readonly kind: 'image' | 'hyperlink';
  readonly target: string;
}

/** The parts of the file that are the same for every text (ECMA-376). */
export const fixedParts = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/styles.xml': `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="24"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    style('Normal', 'Normal', ''),
    style('Title', 'Title', '<w:b/><w:sz w:val="40"/>', '<w:jc w:val="center"/>'),
    style('Heading2', 'heading 2', '<w:b/><w:sz w:val="30"/>', '<w:outlineLvl w:val="1"/>'),
    style('Heading3', 'heading 3', '<w:b/><w:sz w:val="26"/>', '<w:outlineLvl w:val="2"/>'),
    style('Lead', 'Lead', '<w:color w:val="555555"/>'),
    style('Quote', 'Quote', '<w:i/>', '<w:ind w:left="480"/>'),
    style('Caption', 'caption', '<w:color w:val="555555"/><w:sz w:val="20"/>'),
    style('FootnoteText', 'footnote text', '<w:sz w:val="20"/>'),
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
    style('Facts', 'Facts', '', '<w:shd w:val="clear" w:color="auto" w:fill="F1EEE6"/>'),
  ].join('')}</w:styles>`,
};

function style(id: string, name: string, run: string, paragraph = ''): string {
  const based = id === 'Normal' ? ' w:default="1"' : '';
  return `<w:style w:type="paragraph"${based} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** The whole document around its paragraphs. */
export const documentPart = (body: string): string =>
  `${head}<w:document ${w} xmlns:r="${relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`;

/** The footnotes: the two lines that Word asks for, and the notes by their numbers from 1. */
export const footnotesPart = (notes: readonly string[]): string => {
  const line = (type: string, id: number): string =>
    `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`;
  const written = notes.map(
    (runs, i) =>
      `<w:footnote w:id="${i + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>${runs}</w:p></w:footnote>`,
  );
  return `${head}<w:footnotes ${w} xmlns:r="${relations}">${line('separator', -1)}${line('continuationSeparator', 0)}${written.join('')}</w:footnotes>`;
};

/** Which ids lead where, from the document. */
export const relationsPart = (all: readonly Relation[]): string =>
  relationRows([
    `<Relationship Id="rId1" Type="${relations}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId2" Type="${relations}/numbering" Target="numbering.xml"/>`,
    `<Relationship Id="rId3" Type="${relations}/footnotes" Target="footnotes.xml"/>`,
    ...all.map(relationRow),
  ]);

/** Which ids lead where, from the footnotes. */
export const noteRelationsPart = (all: readonly Relation[]): string => relationRows(all.map(relationRow));

const relationRows = (rows: readonly string[]): string =>
  `${head}<Relationships xmlns="${packageRelations}">${rows.join('')}</Relationships>`;

const relationRow = ({ id, kind, target }: Relation): string =>
  `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${escapeXml(target)}"${kind === 'hyperlink' ? ' TargetMode="External"' : ''}/>`;

/** The lists: bullets are kind 1, numbers kind 2; each list of the text counts by itself from its own number. */
export const numberingPart = (
  lists: readonly { readonly numbered: boolean; readonly level: number; readonly start: number }[],
): string => {
  const levels = (kind: 'bullet' | 'decimal'): string =>
    Array.from({ length: 9 }, (_, i) => {
      const text = kind === 'bullet' ? '•' : `%${i + 1}.`;
      return `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${kind}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${480 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>`;
    }).join('');
  const numbers = lists
    .map(
      ({ numbered, level, start }, i) =>
        `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${numbered ? 2 : 1}"/>${numbered ? `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>` : ''}</w:num>`,
    )
    .join('');
  return `${head}<w:numbering ${w}><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="multilevel"/>${levels('decimal')}</w:abstractNum>${numbers}</w:numbering>`;
};

const emuPerPixel = 9_525;
/** The width of the page between its margins, in pixels of 96 to the inch. */
const pageWidth = 600;

/** A picture in a line of its own. */
export function drawing(id: string, number: number, alt: string, width: number, height: number): string {
  const scale = Math.min(1, pageWidth / width);
  const cx = Math.round(width * scale * emuPerPixel);
  const cy = Math.round(height * scale * emuPerPixel);
  const name = `<wp:docPr id="${number}" name="picture ${number}" descr="${escapeXml(alt)}"/>`;
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>${name}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="picture ${number}" descr="${escapeXml(alt)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}
