import { existsSync } from 'node:fs';
import type { CivilDate } from '../../src/core/dates/civilDate';
import type { Framework } from '../../src/core/frameworks/framework';
import { frameworkNamed } from '../../src/core/frameworks/parseFramework';
import { suggestedSession } from '../../src/core/sessions/sessionHistory';
import { noteAhead, noteOfThatDay, planSession, sessionPlace } from '../../src/core/newNote/planSession';
import { dayOf, Refused, unlessRefused, WrongCall, type Call, type Printed } from './call';
import { printPlanned } from './planned';
import { Workspace } from './workspace';
import { message } from '../../src/core/text/message';

/** Plans the next note with a person: `new FOLDER PERSON [DATE]`. */
export async function newNote(call: Call): Promise<Printed> {
  const [, name = '', written] = call.args;
  if (name.trim() === '') {
    throw new WrongCall('A note needs a person: write the name.');
  }
  const date = written === undefined ? call.today : dayOf(written);
  const workspace = Workspace.of(call);
  const { settings } = call;
  const person = unlessRefused(workspace.index.people.personNamed(name.trim()));
  const framework = frameworkFor(person.key, date, { workspace, id: call.framework });
  const pathSetting = { value: settings.get('notes.path'), isSetByUser: settings.isSet('notes.path') };
  const { uriOf, pathOf, index, root } = workspace;
  const { path, kind } = unlessRefused(sessionPlace({ person, date }, { uriOf, pathOf, pathSetting }, index));
  const uri = uriOf(path);
  const isThere = existsSync(workspace.fileOf(uri));
  const ahead = written === undefined ? noteAhead({ person, date }, index) : undefined;
  const there = noteOfThatDay({ person, date }, index) ?? ahead ?? (isThere && kind === 'file' ? uri : undefined);
  if (there !== undefined) {
    throw new Refused(`${pathOf(there)} is there already, so nothing was written.`);
  }
  const { planned, left } = unlessRefused(
    await planSession(
      {
        person,
        date,
        framework,
        place: { uri, root, kind, isThere, privateHalf: workspace.privateHalf({ person, date }, settings) },
        settings: {
          carriesOver: settings.get('carryOver') === 'migrate',
          hasPrivateSection: settings.get('notes.privateSection'),
          statuses: settings.get('statuses'),
        },
      },
      workspace,
    ),
  );
  return printPlanned({ plan: planned.plan, left, notices: workspace.remarks }, call, workspace);
}

/** Returns the framework with the given id, or else the suggested one, as it is asked of the person on that day. */
function frameworkFor(
  key: string,
  on: CivilDate,
  { workspace, id }: { readonly workspace: Workspace; readonly id: string | undefined },
): Framework {
  const { index, frameworks } = workspace;
  const framework =
    id === undefined
      ? (suggestedSession(index, key, { frameworks, on })?.framework ?? { refused: message('framework.none') })
      : frameworkNamed(id, frameworks);
  const chosen = unlessRefused(framework);
  return workspace.asked(chosen, { key, relation: index.people.get(key)?.relation }, on) ?? chosen;
}
