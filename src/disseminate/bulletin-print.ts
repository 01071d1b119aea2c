// The bulletin on paper: the very page of a language, element by element, in the words of a typesetter (Typst). Nothing
// is written twice: what the page says, the paper says.

import { SaxesParser } from 'saxes';
import type { Language } from '../design/text.ts';
import { BULLETIN } from './bulletin-words.ts';
import { DRAWING_STYLE } from './public/chart-file.ts';

export type Element = {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly content: readonly (Element | string)[];
};

export type Printed = {
  /** Source in the language of Typst. */
  readonly source: string;
  /** Drawings that the source names, still with text; to be outlined. */
  readonly drawings: ReadonlyMap<string, string>;
};

/** The page of a bulletin as a source for paper. `sheet`: what is set on every sheet besides. Throws when its content is
 * not well-formed. */
export function printedBulletin(page: string, language: Language, sheet = ''): Printed {
  const main = mainOf(page);
  const drawings = new Map<string, string>();
  const body = written(main, { drawings });
  const title = /<title>(.*?)<\/title>/s.exec(page)?.[1] ?? '';
  const release = textOf(find(main, (each) => 'data-release' in each.attributes));
  return { source: `${preamble({ language, title, release })}\n${sheet}\n#{${body}}\n`, drawings };
}

type Sheet = { readonly drawings: Map<string, string> };
type Writer = (element: Element, sheet: Sheet) => string;

/** How each element of the page is set; an element that is not here has no place on paper, and throws. */
const WRITERS: { readonly [name: string]: Writer } = {
  main: inside,
  section: inside,
  figure: inside,
  header: (element, sheet) => `masthead[#{${inside(element, sheet)}}]`,
  p: (element, sheet) => `${paragraphKind(element)}[#{${inside(element, sheet)}}]`,
  h1: (element, sheet) => `heading(level: 1)[#{${inside(element, sheet)}}]`,
  h2: (element, sheet) => `heading(level: 2)[#{${inside(element, sheet)}}]`,
  figcaption: (element, sheet) => `finding[#{${inside(element, sheet)}}]`,
  strong: (element, sheet) => `strong[#{${inside(element, sheet)}}]; linebreak()`,
  b: (element, sheet) => `strong[#{${inside(element, sheet)}}]`,
  sup: (element, sheet) => `super(typographic: false, size: .7em)[#{${inside(element, sheet)}}]`,
  span: inside,
  data: (element) => `number(${quoted(textOf(element))})`,
  bdi: (element) => `number(${quoted(textOf(element))})`,
  svg: drawn,
  table: ruled,
};

function written(node: Element | string, sheet: Sheet): string {
  if (typeof node === 'string') return node.trim() === '' ? (node === '' ? '' : '" "') : quoted(node);
  const writer = Object.hasOwn(WRITERS, node.name) ? WRITERS[node.name] : undefined;
  if (writer === undefined) throw new RangeError(`<${node.name}> of the bulletin has no form on paper`);
  return writer(node, sheet);
}

function inside({ content }: Element, sheet: Sheet): string {
  return content
    .map((node) => written(node, sheet))
    .filter((text) => text !== '')
    .join('; ');
}

const PARAGRAPHS: { readonly [name: string]: string } = {
  synthetic: 'caution',
  period: 'subtitle',
  marks: 'small',
};

function paragraphKind({ attributes }: Element): string {
  return PARAGRAPHS[attributes['class'] ?? ''] ?? 'par';
}

function drawn(element: Element, { drawings }: Sheet): string {
  const name = `drawing-${drawings.size + 1}`;
  drawings.set(name, markup(element).replace('>', `><style>${DRAWING_STYLE}</style>`));
  return `picture(${quoted(name)}, ${quoted(element.attributes['aria-label'] ?? '')})`;
}

function ruled(table: Element, sheet: Sheet): string {
  const [head, body] = ['thead', 'tbody'].map((name) => rowsOf(find(table, (each) => each.name === name)));
  const cells = (row: Element): string =>
    elementsOf(row)
      .map((each) => tableCell(row, each, sheet))
      .join(', ');
  const caption = find(table, (each) => each.name === 'caption');
  const columns = elementsOf(head?.[0]).length;
  return `ledger(${columns}, [#{${inside(caption, sheet)}}], (${(head ?? []).map(cells).join(', ')},), (${(body ?? []).map(cells).join(', ')},))`;
}

function tableCell(row: Element, element: Element, sheet: Sheet): string {
  const kind = element.attributes['class'] === 'n' ? 'figure-cell' : 'name-cell';
  const weight = row.attributes['class'] === 'total' || element.attributes['scope'] === 'col';
  return `${kind}(${weight})[#{${inside(element, sheet)}}]`;
}

function preamble(about: {
  readonly language: Language;
  readonly title: string;
  readonly release: string;
}): string {
  const { language, title, release } = about;
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `
#let number(it) = box(text(dir: ltr, it))
#set document(title: ${quoted(title)})
#set page(paper: "a4", margin: (x: 18mm, top: 16mm, bottom: 18mm), footer: context [
  #set text(size: 8pt, fill: rgb("#46596a"))
  #number(${quoted(release)}) #h(1fr) ${plain(BULLETIN.title[language])} #h(1fr) #number(str(counter(page).get().first()) + "/" + str(counter(page).final().first()))
])
#set text(lang: ${quoted(language)}, dir: ${direction}, font: ("IBM Plex Sans", "IBM Plex Sans Arabic"), size: 10.5pt, fill: rgb("#0d2130"), number-width: "tabular", fallback: false)
#set par(leading: ${language === 'ar' ? '.95em' : '.7em'}, spacing: ${language === 'ar' ? '1.15em' : '.95em'}, justify: false)
#show heading.where(level: 1): set text(size: 20pt, weight: 600)
#show heading.where(level: 2): set text(size: 12pt, weight: 600, fill: rgb("#00606b"))
#show heading.where(level: 1): set block(above: .7em, below: .6em)
#show heading.where(level: 2): set block(above: 1.8em, below: .9em)
#show strong: set text(weight: 600)
#let masthead(body) = block(width: 100%, above: 1em, below: 1em, stroke: (top: 3pt + rgb("#00606b")), inset: (top: 8pt), body)
#let caution(body) = block(width: 100%, fill: rgb("#fdf1d7"), stroke: .6pt + rgb("#d9a43b"), inset: 7pt, text(size: 9pt, fill: rgb("#6a4300"), body))
#let subtitle(body) = block(above: .4em, text(size: 12pt, fill: rgb("#46596a"), body))
#let small(body) = block(text(size: 8pt, fill: rgb("#46596a"), body))
#let finding(body) = block(above: 1.4em, below: .8em, sticky: true, body)
#let picture(name, words) = block(align(center, image(pictures.at(name), format: "svg", width: 94%, alt: words)))
#let name-cell(strong, body) = table.cell(align: start, text(weight: if strong { 600 } else { 400 }, body))
#let figure-cell(strong, body) = table.cell(align: right, text(weight: if strong { 600 } else { 400 }, body))
#let ledger(columns, caption, head, rows) = block(breakable: false, {
  text(size: 8.5pt, fill: rgb("#46596a"), caption)
  set text(size: 8.5pt)
  table(columns: (1fr,) + (auto,) * (columns - 1), inset: (x: 4pt, y: 4.5pt), stroke: (x, y) => (bottom: if y == 0 { .9pt + rgb("#0d2130") } else { .4pt + rgb("#d3dce1") }), table.header(..head), ..rows)
})
`;
}

/** A string of Typst: nothing in it can be read as an instruction; the typefaces have no sign of two dots. */
function quoted(text: string): string {
  return `"${text
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .replaceAll('\u2025', '..')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;
}

function plain(text: string): string {
  return `#${quoted(text)}`;
}

/** The content of the page as elements. */
export function mainOf(page: string): Element {
  const main = /<main>.*<\/main>/s.exec(page)?.[0];
  if (main === undefined) throw new RangeError('the bulletin has no <main>');
  const open: { name: string; attributes: { [name: string]: string }; content: (Element | string)[] }[] = [
    { name: '', attributes: {}, content: [] },
  ];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new RangeError(`the bulletin is not well-formed: ${error.message}`);
  });
  parser.on('text', (text) => open.at(-1)?.content.push(text));
  parser.on('opentag', ({ name, attributes }) =>
    open.push({ name, attributes: attributes as { [name: string]: string }, content: [] }),
  );
  parser.on('closetag', () => {
    const done = open.pop();
    if (done !== undefined) open.at(-1)?.content.push(done);
  });
  parser.write(main).close();
  return elementsOf(open[0])[0] ?? { name: 'main', attributes: {}, content: [] };
}

/** All text below an element. */
export function textOf(node: Element | string | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : node.content.map(textOf).join('');
}

function elementsOf(element: Element | undefined): readonly Element[] {
  return (element?.content ?? []).filter((each): each is Element => typeof each !== 'string');
}

function rowsOf(part: Element): readonly Element[] {
  return elementsOf(part);
}

function find(element: Element, wanted: (each: Element) => boolean): Element {
  return search(element, wanted) ?? { name: '', attributes: {}, content: [] };
}

function search(element: Element, wanted: (each: Element) => boolean): Element | undefined {
  if (wanted(element)) return element;
  for (const each of elementsOf(element)) {
    const found = search(each, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function markup(node: Element | string): string {
  if (typeof node === 'string') return escaped(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.content.map(markup).join('')}</${node.name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
