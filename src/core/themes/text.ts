import { type CivilDate, shortDate } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import { withoutMarkers } from '../markdown/listItem';
import { plainText } from '../markdown/plainText';
import { bold, escapeListItem, escapeMarkdown } from '../noteEdit/escapeMarkdown';
import type { Person } from '../people/person';
import { formatDrift, type PersonBalance, sectionBalances } from '../peopleView/sectionBalance';
import { inBrief, moreLine } from '../reports/entries';
import type { LinkedText, TextLink } from '../reports/linkedText';
import type { Cooperative } from '../text/cooperative';
import { splitLines } from '../text/lines';
import type { Theme, ThemePlace } from './theme';
import { findThemes, sinceOf, type ThemeGroup, type ThemeKind, type ThemeSpan } from './themes';

/** What the themes of a kind are called. */
export const THEME_TITLES: Readonly<Record<ThemeKind, string>> = {
  thanksToGive: 'Thanks to Give',
  blockers: 'In the Way of Two or More',
  tags: 'Tags',
  onMyMind: 'On My Mind',
  thanksGiven: 'Thanks Given',
};

const MOST_NAMED = 3;

/** What a theme is called in a list. */
export function themeTitle({ label }: Theme): string {
  return label === '' ? 'Others' : label;
}

/** In whose 1:1s a theme stands: `Jane Doe, Bo Lee, Ana Ruiz and 2 more`. */
export function formatThemePeople({ people }: Pick<Theme, 'people'>): string {
  const named = people.slice(0, MOST_NAMED).map(({ name }: Person) => name);
  const more = people.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** How far themes go back: `the last 12 weeks`. */
export function formatThemeSpan(weeks: number): string {
  return weeks === 1 ? 'the last week' : `the last ${weeks} weeks`;
}

/** What a document about themes is written from. */
export interface ThemesReport {
  readonly span: ThemeSpan;
  readonly groups: readonly ThemeGroup[];
  /** Of everybody whose last notes drifted. */
  readonly drifts: readonly PersonBalance[];
}

/** More than this nobody reads in one go; the notes themselves are where to go on. */
const MOST_THEMES = 25;
const MOST_PLACES = 8;

/** The report about a span. */
export function* themesReport(index: NoteIndex, span: ThemeSpan): Cooperative<ThemesReport> {
  const groups = yield* findThemes(index, span);
  const balanced = yield* sectionBalances(index, span.today);
  return { span, groups, drifts: balanced.filter(({ balance }) => formatDrift(balance) !== '') };
}

/** URIs of the notes whose words are shown. */
export function notesInThemes({ groups }: ThemesReport): ReadonlySet<string> {
  const places = groups.flatMap(({ themes }) => themes.slice(0, MOST_THEMES).flatMap(placesShown));
  return new Set(places.map(({ uri }) => uri));
}

/** Themes as a Markdown document; `textOf` gives the notes that `notesInThemes` names, or `undefined` where one was not read. */
export function themesText(report: ThemesReport, textOf: (uri: string) => string | undefined): LinkedText {
  const { span, groups, drifts } = report;
  const writer = new ThemesWriter(span.today, textOf);
  writer.writeHead(span);
  if (drifts.length > 0) {
    writer.writeDrifts(drifts);
  }
  for (const group of groups) {
    writer.writeGroup(group);
  }
  if (drifts.length + groups.length === 0) {
    writer.writeNothing();
  }
  return writer.written();
}

class ThemesWriter {
  readonly #today: CivilDate;
  readonly #textOf: (uri: string) => string | undefined;
  /** By URI, the lines of the notes that were asked for. */
  readonly #linesOf = new Map<string, readonly string[]>();
  readonly #lines: string[] = [];
  readonly #links: TextLink[] = [];

  constructor(today: CivilDate, textOf: (uri: string) => string | undefined) {
    this.#today = today;
    this.#textOf = textOf;
  }

  writeHead(span: ThemeSpan): void {
    const days = `${shortDate(sinceOf(span), this.#today)} to ${shortDate(this.#today, this.#today)}`;
    this.#lines.push(
      `# Themes of ${formatThemeSpan(span.weeks)}`,
      '',
      days + (span.withPrivate ? '' : ' · without private lines'),
      '',
    );
  }

  writeDrifts(drifts: readonly PersonBalance[]): void {
    this.#lines.push('## Where the Words Went', '');
    for (const { person, balance, last } of drifts) {
      this.#item('- ', escapeListItem(person.name), { uri: last.note.uri, line: last.meeting.line });
      this.#add(`: ${escapeMarkdown(formatDrift(balance))}`);
    }
    this.#lines.push('');
  }

  writeGroup({ kind, themes }: ThemeGroup): void {
    this.#lines.push(`## ${THEME_TITLES[kind]}`, '');
    for (const theme of themes.slice(0, MOST_THEMES)) {
      this.#theme(theme);
    }
    this.#lines.push(...moreLine(themes.length - Math.min(themes.length, MOST_THEMES)), '');
  }

  writeNothing(): void {
    this.#lines.push('Nothing in the 1:1s of these weeks names thanks, blockers or tags.', '');
  }

  written(): LinkedText {
    return { text: this.#lines.join('\n'), links: this.#links };
  }

  #theme(theme: Theme): void {
    this.#lines.push(`- ${bold(themeTitle(theme))} · ${escapeMarkdown(formatThemePeople(theme))}`);
    const shown = placesShown(theme);
    for (const place of shown) {
      this.#item('  - ', escapeListItem(`${place.person.name}, ${shortDate(place.date, this.#today)}`), place);
      const quote = this.#quote(place);
      this.#add(`${quote === '' ? '' : `: ${escapeMarkdown(quote)}`}${place.private ? ' · private' : ''}`);
    }
    this.#lines.push(...moreLine(theme.places.length - shown.length).map((line) => `  ${line}`));
  }

  #item(bullet: string, words: string, { uri, line }: { readonly uri: string; readonly line: number }): void {
    const link = {
      line: this.#lines.length,
      start: bullet.length,
      end: bullet.length + words.length,
      at: { uri, line },
    };
    this.#links.push(link);
    this.#lines.push(bullet + words);
  }

  /** Goes on with the last line. */
  #add(words: string): void {
    this.#lines.push((this.#lines.pop() ?? '') + words);
  }

  #quote({ uri, line }: ThemePlace): string {
    const lines = this.#linesOf.get(uri) ?? splitLines(this.#textOf(uri) ?? '');
    this.#linesOf.set(uri, lines);
    return quoted(lines[line] ?? '');
  }
}

/** What a line of a note says, as it reads; `''` for front matter and headings, which say nothing by themselves. */
export function quoteAt(text: string, line: number): string {
  return quoted(splitLines(text)[line] ?? '');
}

function quoted(line: string): string {
  const written = withoutMarkers(line);
  return /^(?:\uFEFF?---|#{1,6}\s)/.test(written) ? '' : inBrief(plainText(written).trim());
}

function placesShown({ places }: Theme): readonly ThemePlace[] {
  return places.slice(0, MOST_PLACES);
}
