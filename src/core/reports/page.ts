import { message, type Text, wordMessage, type WordText } from '../text/message';
import type { NoteLine, Report, ReportEntry, ReportSection } from './report';

/** A report as HTML. The attribute `data-line` of a link is the index of the line of a note that it opens. */
export interface Page {
  readonly html: string;
  readonly lines: readonly NoteLine[];
}

/** Maximum number of entries of a section, so that a page fits on a screen. */
const MAX_ENTRIES = 5;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML, including attribute values. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

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

function sectionHtml({ title, entries, more = 0 }: ReportSection, lines: NoteLine[], word: WordText): string {
  const heading = title === '' ? '' : `<h2>${escapeHtml(word(title))}</h2>`;
  return `<section>${heading}${listHtml(entries, more, lines, word)}</section>`;
}

function listHtml(entries: readonly ReportEntry[], more: number, lines: NoteLine[], word: WordText): string {
  const shown = entries.slice(0, MAX_ENTRIES).map((entry) => `<li>${entryHtml(entry, lines, word)}</li>`);
  const left = more + entries.length - shown.length;
  const rest = left > 0 ? `<li class="facts">${escapeHtml(word(message('list.more', left)))}</li>` : '';
  return `<ul>${shown.join('')}${rest}</ul>`;
}

function entryHtml(entry: ReportEntry, lines: NoteLine[], word: WordText): string {
  const { label = [], text, details, source, private: isPrivate, entries, more = 0 } = entry;
  const title = [label.map(word).join(', '), word(text)].filter((part) => part !== '').join(': ');
  const facts: readonly Text[] = isPrivate ? [...details, message('followUp.private')] : details;
  const words = facts.length === 0 ? '' : ` <span class="facts">${escapeHtml(facts.map(word).join(' · '))}</span>`;
  const below = entries && entries.length > 0 ? listHtml(entries, more, lines, word) : '';
  if (!source) return escapeHtml(title) + words + below;
  lines.push(source);
  return `<a href="#" data-line="${lines.length - 1}">${escapeHtml(title)}</a>${words}${below}`;
}
