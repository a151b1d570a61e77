import { type CancellationToken, l10n, ProgressLocation, Uri } from 'vscode';
import type { BriefRequest } from '../core/brief/basis';
import { composeBrief, composeBriefPage } from '../core/brief/brief';
import type { NoteIndex } from '../core/index/noteIndex';
import type { Person } from '../core/people/person';
import { notesToRead, withQuotations } from '../core/reports/quotations';
import { type Page, writePage } from '../core/reports/page';
import { type Report, withoutPrivate } from '../core/reports/report';
import { composeThemes } from '../core/themes/report';
import { composeTeamPulse } from '../core/themes/teamPulse';
import type { Clock } from './clock';
import type { FrameworkStore } from './frameworkStore';
import { formatMessage, withProgress } from './messages';
import type { NoteService } from './notes/noteService';
import { fallbackCadence } from './settings';
import { inParallel, runCooperatively } from './scheduling';
import type { ThemesQuery } from './uris';

/** Maximum number of notes that are read without a progress notification. */
const MAX_UNANNOUNCED = 100;
const PARALLEL_READS = 32;

/** What reports need besides the notes. */
interface ReportNeeds {
  readonly frameworks: Pick<FrameworkStore, 'frameworks' | 'bank'>;
  readonly clock: Pick<Clock, 'today'>;
}

/** The report on a person before a meeting, its notes unread. */
export function briefReport(index: NoteIndex, person: Person, sources: ReportNeeds): Report {
  return composeBrief(requestOf(index, person, sources));
}

/** The current brief as a page, with its quotations. */
export async function briefPage(
  person: Person,
  services: ReportNeeds & { readonly notes: NoteService },
): Promise<Page> {
  const { notes } = services;
  const index = await notes.ready();
  const current = index.people.get(person.key) ?? { key: person.key, name: person.name, aliases: [] };
  const report = composeBriefPage(requestOf(index, current, services));
  return writePage(await loadQuotations(report, notes), formatMessage);
}

function requestOf(index: NoteIndex, person: Person, { frameworks, clock }: ReportNeeds): BriefRequest {
  const { frameworks: known, bank } = frameworks;
  return { index, person, frameworks: known, bank, today: clock.today(), fallbackDays: fallbackCadence };
}

/** The report on the themes of a span, its notes unread. */
export function themesReport(
  index: NoteIndex,
  query: ThemesQuery,
  { frameworks, clock }: ReportNeeds,
): Promise<Report> {
  return runCooperatively(composeThemes(index, { ...query, today: clock.today() }, frameworks.bank));
}

/** The pulse of the team in a span. It quotes no notes. */
export function pulseReport(
  index: NoteIndex,
  query: ThemesQuery,
  { clock }: Pick<ReportNeeds, 'clock'>,
): Promise<Report> {
  return runCooperatively(composeTeamPulse(index, { ...query, today: clock.today() }));
}

/**
 * The report with its quotations. Notes that cannot be read, or are not after a cancellation, are not quoted. While
 * private parts are hidden, private entries are left out too: they may quote public lines of other people's notes.
 */
export async function loadQuotations(
  report: Report,
  notes: Pick<NoteService, 'textToShow' | 'hidesPrivate'>,
  token?: CancellationToken,
): Promise<Report> {
  const uris = notesToRead(report);
  const texts = new Map<string, string>();
  const readAll = (...tokens: readonly (CancellationToken | undefined)[]): Promise<void> =>
    inParallel(uris, PARALLEL_READS, async (uri) => {
      const isCancelled = tokens.some((each) => each?.isCancellationRequested);
      const text = isCancelled ? undefined : await notes.textToShow(Uri.parse(uri)).catch(() => undefined);
      if (text !== undefined) texts.set(uri, text);
    });
  if (uris.size <= MAX_UNANNOUNCED) {
    await readAll(token);
  } else {
    const options = { location: ProgressLocation.Notification, title: l10n.t('Reading notes'), cancellable: true };
    await withProgress(options, (_, byUser) => readAll(token, byUser));
  }
  const quoted = withQuotations(report, (uri) => texts.get(uri));
  return notes.hidesPrivate ? withoutPrivate(quoted) : quoted;
}
