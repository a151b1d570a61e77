import { escapeMarkdown, oneLine } from './asText';
import { noteBody, type NoteContent } from './noteBody';
import { yamlScalar } from './yamlScalar';

/** A note, whole. */
export interface ComposedNote {
  readonly text: string;
  /** Offset of the place to type: behind the empty bullet of the agenda. */
  readonly cursor: number;
}

/** A new note in a file of its own: front matter, title, and what stands in it. Ends with a line end. */
export function composeNote(content: NoteContent, lineEnd: '\n' | '\r\n' = '\n'): ComposedNote {
  const person = oneLine(content.person);
  const head = [
    '---',
    'type: 1on1',
    `person: ${yamlScalar(person)}`,
    `date: ${content.date}`,
    ...(content.framework === undefined ? [] : [`framework: ${yamlScalar(content.framework)}`]),
    '---',
    '',
    `# ${escapeMarkdown(person)}, ${content.date}`,
    '',
  ];
  const { lines, cursorLine } = noteBody(content, 2);
  const all = [...head, ...lines, ''];
  return { text: all.join(lineEnd), cursor: all.slice(0, head.length + cursorLine + 1).join(lineEnd).length };
}
