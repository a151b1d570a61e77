import { readBrief } from '../../src/core/brief/brief';
import { usualCadence } from '../../src/core/peopleView/cadence';
import { runToCompletion } from '../../src/core/text/cooperative';
import { briefText } from '../../src/core/brief/text';
import type { LinkedText } from '../../src/core/reports/linkedText';
import { themesReport, themesText } from '../../src/core/themes/text';
import { printed, type Call, type Printed } from './call';
import { Workspace } from './workspace';

/** Prints the brief before a meeting with a person. */
export async function brief(call: Call): Promise<Printed> {
  const workspace = Workspace.of(call);
  const { index, frameworks, rules } = workspace;
  const request = {
    index,
    person: workspace.person(call.args[1] ?? ''),
    frameworks,
    bank: rules.bank,
    today: call.today,
    fallbackDays: usualCadence(call.settings.get('cadence')),
  };
  const document = briefText(await readBrief(request, (uri) => workspace.textOf(uri)));
  return printDocument(document, call, workspace);
}

/** Prints the themes across all 1:1s. */
export function themes(call: Call): Printed {
  const workspace = Workspace.of(call);
  const span = { today: call.today, weeks: call.settings.get('themes.weeks'), withPrivate: true };
  const report = runToCompletion(themesReport(workspace.index, span));
  return printDocument(themesText(report, workspace.textNow), call, workspace);
}

function printDocument(document: LinkedText, call: Call, workspace: Workspace): Printed {
  return {
    ...printed(call, sectionsOf(document, workspace), () => document.text.trimEnd().split('\n')),
    remarks: workspace.remarks,
  };
}

interface SectionRecord {
  /** The heading, or `null` before the first one. */
  readonly section: string | null;
  readonly entries: { text: string; file: string | null; line: number | null; private: boolean }[];
}

/** Returns the list items of a document under their headings, each with its link target. */
function sectionsOf({ text, links }: LinkedText, { pathOf }: Workspace): readonly SectionRecord[] {
  const sections: SectionRecord[] = [{ section: null, entries: [] }];
  for (const [number, line] of text.split('\n').entries()) {
    const title = /^## (.*)/.exec(line)?.[1];
    const item = /^ *- (.*)/.exec(line)?.[1];
    if (title !== undefined) {
      sections.push({ section: title, entries: [] });
    }
    if (item !== undefined) {
      const at = links.find((link) => link.line === number)?.at;
      sections.at(-1)?.entries.push({
        text: item,
        file: at ? pathOf(at.uri) : null,
        line: at ? at.line + 1 : null,
        private: item.endsWith(' · private'),
      });
    }
  }
  return sections.filter(({ entries }) => entries.length > 0);
}
