import { escapeHtml } from '../noteEdit/escape';
import { message, type Text, wordMessage, type WordText } from '../text/message';
import type { NoteLine, Report, ReportEntry, ReportSection, ReportTable, Picture } from './report';

/** A report as HTML. The attribute `data-line` of a link is the index of the line of a note that it opens. */
export interface Page {
  readonly html: string;
  readonly lines: readonly NoteLine[];
}

/** Maximum number of entries of a section, so that a page fits on a screen. */
const MAX_ENTRIES = 5;

/** Returns a report as a page: the title, the introduction and the sections, with links to the notes. */
export function writePage({ title, introduction, sections }: Report, word: WordText = wordMessage): Page {
  const lines: NoteLine[] = [];
  const html = [
    `<h1>${escapeHtml(word(title))}</h1>`,
    ...introduction.map((each) => `<p class="headline">${escapeHtml(word(each))}</p>`),
    ...sections.map((section) => sectionHtml(section, lines, word)),
  ];
  return { html: html.join('\n'), lines };
}

function sectionHtml({ title, entries, more = 0, table }: ReportSection, lines: NoteLine[], word: WordText): string {
  const heading = title === '' ? '' : `<h2>${escapeHtml(word(title))}</h2>`;
  const content = table ? tableHtml(table, entries, lines, word) : listHtml({ entries, more }, lines, word);
  return `<section>${heading}${content}</section>`;
}

function tableHtml(
  { columns, picture }: ReportTable,
  entries: readonly ReportEntry[],
  lines: NoteLine[],
  word: WordText,
): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(word(column))}</th>`).join('');
  const rows = entries.map((entry) => {
    const cells = entry.details.map((detail) => `<td>${escapeHtml(word(detail))}</td>`).join('');
    return `<tr><th scope="row">${entryHtml({ ...entry, details: [] }, lines, word)}</th>${cells}</tr>`;
  });
  const table = `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<div class="picture">${pictureSvg(picture, word)}${table}</div>`;
}

function listHtml(
  { entries = [], more = 0, private: isMarked = false }: Partial<ReportEntry>,
  lines: NoteLine[],
  word: WordText,
): string {
  const shown = entries.slice(0, MAX_ENTRIES).map((entry) => `<li>${entryHtml(entry, lines, word, isMarked)}</li>`);
  const left = more + entries.length - shown.length;
  const rest = left > 0 ? `<li class="facts">${escapeHtml(word(message('list.more', left)))}</li>` : '';
  return `<ul>${shown.join('')}${rest}</ul>`;
}

/** Returns the words of an entry. It is not marked as private if the entry around it is. */
function entryHtml(entry: ReportEntry, lines: NoteLine[], word: WordText, isMarked = false): string {
  const { label = [], text, details, source, private: isPrivate, entries } = entry;
  const title = [label.map(word).join(', '), word(text)].filter((part) => part !== '').join(': ');
  const facts: readonly Text[] = isPrivate && !isMarked ? [...details, message('followUp.private')] : details;
  const words = facts.length === 0 ? '' : ` <span class="facts">${escapeHtml(facts.map(word).join(' · '))}</span>`;
  const below = entries && entries.length > 0 ? listHtml(entry, lines, word) : '';
  if (!source) return escapeHtml(title) + words + below;
  lines.push(source);
  return `<a href="#" data-line="${lines.length - 1}">${escapeHtml(title)}</a>${words}${below}`;
}

/** Width of the labels, of a square and of the longest bar, in units of the picture. */
const LABEL = 170;
const SQUARE = 16;
const BAR = 260;
/** Height of a row of squares, and of a bar. */
const ROW = 22;
const THIN = 11;

/** Returns a picture as SVG. Its colors are those of the page. Screen readers skip it, because the table says the same. */
function pictureSvg(picture: Picture, word: WordText): string {
  return picture.kind === 'strips' ? strips(picture, word) : bars(picture, word);
}

function strips({ rows, ends }: Extract<Picture, { kind: 'strips' }>, word: WordText): string {
  const columns = Math.max(0, ...rows.map(({ squares }) => squares.length));
  const drawn = rows.map(({ label, squares }, row) => {
    const y = row * ROW;
    const each = squares.map((isFilled, at) => {
      const x = LABEL + at * (SQUARE + 4);
      return `<rect class="${isFilled ? 'filled' : 'empty'}" x="${x}" y="${y + 2}" width="${SQUARE}" height="${SQUARE}" rx="3"/>`;
    });
    return labelAt(y + 15, label, word) + each.join('');
  });
  const [width, bottom] = [LABEL + columns * (SQUARE + 4), rows.length * ROW];
  const [first, last] = ends.map((end) => escapeHtml(word(end)));
  const axis =
    `<text class="small" x="${LABEL}" y="${bottom + 14}">${first}</text>` +
    `<text class="small" x="${width - 4}" y="${bottom + 14}" text-anchor="end">${last}</text>`;
  return svg(width, bottom + ROW, [...drawn, axis]);
}

function bars({ series, rows }: Extract<Picture, { kind: 'bars' }>, word: WordText): string {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  const legend = series.map((name, at) => {
    const y = at * ROW;
    return `<rect class="series${at}" x="${LABEL}" y="${y + 4}" width="12" height="12"/>${textAt(LABEL + 18, y + 14, word(name))}`;
  });
  const top = series.length > 1 ? series.length * ROW + 6 : 0;
  const height = Math.max(ROW, series.length * THIN + 10);
  const drawn = rows.map(({ label, values }, row) => {
    const y = top + row * height;
    const each = values.map((value, at) => {
      const [width, barY] = [Math.round((value / most) * BAR), y + 4 + at * THIN];
      const bar = `<rect class="series${at}" x="${LABEL}" y="${barY}" width="${width}" height="${THIN - 2}"/>`;
      return value === 0 ? '' : bar + textAt(LABEL + width + 5, barY + 8, String(value), 'small');
    });
    return labelAt(y + height / 2 + 3, label, word) + each.join('');
  });
  return svg(LABEL + BAR + 50, top + rows.length * height, [...(top > 0 ? legend : []), ...drawn]);
}

function labelAt(y: number, label: Text, word: WordText): string {
  const words = word(label);
  return textAt(0, y, words.length > 24 ? `${words.slice(0, 23)}…` : words);
}

function textAt(x: number, y: number, words: string, kind = 'label'): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escapeHtml(words)}</text>`;
}

function svg(width: number, height: number, parts: readonly string[]): string {
  return `<svg aria-hidden="true" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join('')}</svg>`;
}
