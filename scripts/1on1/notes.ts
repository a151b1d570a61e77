import { shownDiagnostics } from '../../src/core/assist/diagnostics';
import type { Meeting, Note, Prompt, Section } from '../../src/core/note/note';
import { fixesOf } from '../../src/core/assist/fixes';
import { printed, type Call, type Printed } from './call';
import { Workspace } from './workspace';
import { wordMessage } from '../../src/core/text/message';

type NoteRecord = Awaited<ReturnType<typeof recordOf>>;
type MeetingRecord = NoteRecord['meetings'][number];

/** Prints the parsed notes: all of them, or those at the given paths. */
export async function notes(call: Call): Promise<Printed> {
  const workspace = Workspace.of(call);
  const paths = call.args.slice(1);
  const asked = paths.length > 0 ? paths.map((each) => workspace.note(each)) : workspace.notes();
  const records = await Promise.all(asked.map((note) => recordOf(note, workspace, call)));
  return { ...printed(call, records, () => records.flatMap(linesOf)), remarks: workspace.remarks };
}

async function recordOf(note: Note, workspace: Workspace, call: Call) {
  return {
    file: workspace.pathOf(note.uri),
    kind: note.kind,
    person: workspace.index.personOf(note)?.name ?? null,
    private: note.private,
    meetings: note.meetings.map((meeting) => meetingRecord(meeting, workspace)),
    notUnderstood: reasonOf(note, workspace),
    hints: await hintRecords(note, workspace, call),
  };
}

/** Returns why the note could not be placed among the 1:1s of a person, or `null`. */
function reasonOf(note: Note, { index }: Workspace): string | null {
  const problem = index.problemOf(note);
  return problem ? wordMessage(problem.message) : null;
}

function meetingRecord({ date, line, endLine, heading, framework, sections }: Meeting, workspace: Workspace) {
  return {
    date,
    line: line + 1,
    endLine: endLine + 1,
    heading: heading ?? null,
    framework: framework ?? null,
    sections: sections.map((section) => sectionRecord(section, workspace)),
  };
}

function sectionRecord(section: Section, workspace: Workspace) {
  const { title, kind, level, line, endLine, words, prompts } = section;
  return {
    title,
    kind: kind ?? null,
    level,
    line: line + 1,
    endLine: endLine + 1,
    words,
    private: section.private,
    prompts: prompts.map((prompt) => promptRecord(prompt, workspace)),
  };
}

function promptRecord({ question, line, answered, answerLine, answerEndLine }: Prompt, { rules }: Workspace) {
  return {
    question: rules.bank.placesOf(question)[0]?.question.text ?? null,
    line: line + 1,
    answered,
    answerLine: answered ? answerLine + 1 : null,
    answerEndLine: answered ? answerEndLine + 1 : null,
  };
}

async function hintRecords(note: Note, { index, textNow }: Workspace, { settings, today }: Call) {
  const text = textNow(note.uri);
  const { people } = index;
  const [person, writer, problem] = [index.personOf(note), index.writerOf(note), index.problemOf(note)];
  const read = { note, text, people, person, writer, problem };
  const hints = shownDiagnostics(read, settings.get('hints'));
  const isPerson = (name: string): boolean => people.knows(name);
  const request = { text, diagnostics: hints, today, dialect: settings.get('dialect'), isPerson };
  return Promise.all(
    hints.map(async (hint) => ({
      line: hint.line + 1,
      message: wordMessage(hint.message),
      fixes: (await fixesOf(hint, request)).map(({ title }) => wordMessage(title)),
    })),
  );
}

function linesOf({ file, kind, person, private: isPrivate, meetings, hints }: NoteRecord): readonly string[] {
  return [
    joined([file, kind, person, isPrivate && 'private']),
    ...meetings.flatMap(meetingLines),
    ...hints.map(({ line, message, fixes }) => joined([`  ${line}: hint: ${message}`, ...fixes])),
  ];
}

function meetingLines({ date, line, endLine, framework, sections }: MeetingRecord): readonly string[] {
  return [
    joined([`  ${line}-${endLine}: 1:1 of ${date}`, framework]),
    ...sections.flatMap((section) => [
      joined([
        `    ${section.line}-${section.endLine}: ${section.title === '' ? '(before the first heading)' : section.title}`,
        section.kind,
        `${section.words} words`,
        section.private && 'private',
      ]),
      ...section.prompts.map((prompt) => {
        const { answered, answerLine, answerEndLine } = prompt;
        return `      ${prompt.line}: ${prompt.question ?? ''} · ${answered ? `answered in ${answerLine}-${answerEndLine}` : 'no answer'}`;
      }),
    ]),
  ];
}

function joined(parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => typeof part === 'string').join(' · ');
}
