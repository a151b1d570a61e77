import { composeBrief } from '../../src/core/brief/brief';
import { escapeMarkdown } from '../../src/core/noteEdit/escape';
import { usualCadence } from '../../src/core/peopleView/cadence';
import { listLines, writeDocument } from '../../src/core/reports/document';
import { withQuotations } from '../../src/core/reports/quotations';
import type { Report, ReportSection } from '../../src/core/reports/report';
import { runToCompletion } from '../../src/core/text/cooperative';
import { wordMessage } from '../../src/core/text/message';
import { composeThemes } from '../../src/core/themes/report';
import { composeTeamPulse } from '../../src/core/themes/teamPulse';
import { printed, type Call, type Printed } from './call';
import { Workspace } from './workspace';

/** Prints what matters before a meeting with a person. */
export function brief(call: Call): Printed {
  const workspace = Workspace.of(call);
  const { index, frameworks, rules } = workspace;
  const report = composeBrief({
    index,
    person: workspace.person(call.args[1] ?? ''),
    frameworks,
    bank: rules.bank,
    today: call.today,
    fallbackDays: usualCadence(call.settings.get('cadence')),
  });
  return printReport(report, call, workspace);
}

/** Prints what comes back across 1:1s, with all people or with one. */
export function themes(call: Call): Printed {
  const workspace = Workspace.of(call);
  const { bank } = workspace.rules;
  const name = call.args[1];
  const person = name === undefined ? {} : { person: workspace.person(name).key };
  const span = { today: call.today, weeks: call.settings.get('themes.weeks'), withPrivate: true, ...person };
  return printReport(runToCompletion(composeThemes(workspace.index, span, bank)), call, workspace);
}

/** Prints the pulse of the team. */
export function pulse(call: Call): Printed {
  const workspace = Workspace.of(call);
  const span = { today: call.today, weeks: call.settings.get('themes.weeks'), withPrivate: true };
  return printReport(runToCompletion(composeTeamPulse(workspace.index, span)), call, workspace);
}

function printReport(composed: Report, call: Call, workspace: Workspace): Printed {
  const report = withQuotations(composed, workspace.textNow);
  const records = report.sections.map((section) => sectionRecord(section, workspace));
  return {
    ...printed(call, records, () => writeDocument(report).text.trimEnd().split('\n')),
    remarks: workspace.remarks,
  };
}

/** A section as it is printed as JSON: its title, `null` before the first heading, and the items of its list. */
function sectionRecord(section: ReportSection, { pathOf }: Workspace): object {
  return {
    section: section.title === '' ? null : escapeMarkdown(wordMessage(section.title)),
    entries: listLines(section).map(({ linked, rest, entry }) => ({
      text: linked + rest,
      file: entry?.source ? pathOf(entry.source.uri) : null,
      line: entry?.source ? entry.source.line + 1 : null,
      private: entry?.private ?? false,
    })),
  };
}
