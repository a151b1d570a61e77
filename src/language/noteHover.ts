import {
  type CancellationToken,
  Hover,
  type HoverProvider,
  l10n,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
} from 'vscode';
import {
  followUpHover,
  type HoverLine,
  type HoverSource,
  lastAnswered,
  personHover,
  questionHover,
  timesAsked,
  hoverTarget,
  type HoverTarget,
} from '../core/assist/hover';
import { frequencyOf } from '../core/frameworks/questionChoices';
import { ParsedNote } from '../core/note/parsedNote';
import { fallbackCadence } from '../editor/settings';
import { uriOfLine } from '../editor/uris';
import type { Services } from '../services';
import { oneOnOneNote, type OneOnOneNote } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

type Needs = Pick<Services, 'notes' | 'frameworks' | 'clock'>;

/** Shows details of the question, follow-up or person under the pointer in 1:1 notes. */
export class NoteHover implements HoverProvider {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async provideHover(document: TextDocument, position: Position, token: CancellationToken): Promise<Hover | undefined> {
    const inHand = await oneOnOneNote(document, this.#needs, token);
    if (!inHand) return undefined;
    const { line, character } = position;
    const { text } = document.lineAt(line);
    const topic = hoverTarget({ note: inHand.note, people: inHand.index.people, text, line, character });
    if (!topic || (topic.kind === 'person' && ParsedNote.inEditor(document.getText()).isHidden(line))) return undefined;
    const help = await this.#help(topic, inHand);
    const range =
      topic.kind === 'person' ? new Range(line, topic.start, line, topic.end) : new Range(line, 0, line, text.length);
    const parts = [shown(help), ...(topic.kind === 'question' ? [choiceLinks(topic.prompt.question, inHand)] : [])];
    return help.length === 0 || token.isCancellationRequested ? undefined : new Hover(parts, range);
  }

  async #help(topic: HoverTarget, { note, index, person }: OneOnOneNote): Promise<readonly HoverLine[]> {
    const { notes, frameworks, clock } = this.#needs;
    const today = clock.today();
    switch (topic.kind) {
      case 'person':
        return personHover(topic.person, {
          index,
          frameworks: frameworks.frameworks,
          day: { today, fallbackDays: fallbackCadence },
        });
      case 'followUp': {
        const item = index.followUpsIn(note.uri).find(({ followUp }) => followUp === topic.followUp);
        return item ? followUpHover(item, index, today) : [];
      }
      case 'question': {
        const { question } = topic.prompt;
        const asked = timesAsked(question, person ? index.meetingsWith(person.key) : [], topic.meeting);
        const last = lastAnswered(asked);
        const lastText = last ? await notes.textToShow(Uri.parse(last.note.uri)).catch(() => '') : '';
        const place = frameworks.bank.placesOf(question)[0];
        const frequency = place && frequencyOf(place.question, frameworks.choices, person?.key);
        return questionHover({
          question,
          asked,
          lastText,
          name: person?.name,
          bank: frameworks.bank,
          today,
          frequency,
        });
      }
    }
  }
}

/** Returns links to the commands that choose how often a question is asked. They contain no text of the note but the person’s key. */
function choiceLinks(question: number, { person }: OneOnOneNote): MarkdownString {
  const commands = [
    { command: 'oneOnOne.askEveryTime', title: l10n.t('Ask Every Time') },
    { command: 'oneOnOne.neverAskAgain', title: l10n.t('Never Ask Again') },
  ];
  const argument = encodeURIComponent(JSON.stringify([{ question, person: person?.key }]))
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  const links = commands.map(({ command, title }) => `[${title}](command:${command}?${argument})`);
  const markdown = new MarkdownString(links.join(' · '));
  markdown.isTrusted = { enabledCommands: commands.map(({ command }) => command) };
  return markdown;
}

/** The Markdown before and after each kind of line. */
const EMPHASIS: Readonly<Record<HoverLine['kind'], readonly [string, string]>> = {
  title: ['**', '**\n\n'],
  fact: ['', '  \n'],
  // Bold text is visible in every theme.
  overdue: ['**', '**  \n'],
  quote: ['\n> ', '\n\n'],
};

/** Returns the hover as Markdown. All text is escaped; only links are Markdown. */
function shown(help: readonly HoverLine[]): MarkdownString {
  const markdown = new MarkdownString();
  for (const { kind, text, sources = [] } of help) {
    const [before, after] = EMPHASIS[kind];
    markdown.appendMarkdown(before).appendText(formatMessage(text));
    sources.forEach((source, nth) => {
      markdown.appendMarkdown(nth > 0 ? ', ' : text === '' ? '' : ': ');
      appendLink(markdown, source);
    });
    markdown.appendMarkdown(after);
  }
  return markdown;
}

function appendLink(markdown: MarkdownString, { uri, line, label }: HoverSource): void {
  markdown
    .appendMarkdown('[')
    .appendText(formatMessage(label))
    .appendMarkdown(`](${uriOfLine(uri, line).toString()})`);
}
