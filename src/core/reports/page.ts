import { escapeHtml } from '../noteEdit/escape';
import { message, type Text, wordMessage, type WordText } from '../text/message';
import { pictureSvg } from './pictures';
import type { NoteLine, Report, ReportEntry, ReportSection, ReportTable } from './report';

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
