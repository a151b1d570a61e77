import { pagePath } from '../../src/core/noteEdit/newPage';
import { planParking } from '../../src/core/carryOver/parkingLot';
import { unlessRefused, type Call, type Printed } from './call';
import { printPlanned } from './planned';
import { Workspace } from './workspace';

/** Plans a topic for the next 1:1 with a person: `park FOLDER PERSON TEXT`. */
export async function park(call: Call): Promise<Printed> {
  const [, name = '', words = ''] = call.args;
  const workspace = Workspace.of(call);
  const person = unlessRefused(workspace.index.people.personNamed(name));
  const page = pagePath(person.name, call.settings.get('people.path'));
  const newPage = () => Promise.resolve('refused' in page ? page : { uri: workspace.uriOf(page.path) });
  const plan = unlessRefused(await planParking({ person, words, today: call.today, newPage }, workspace));
  return printPlanned({ plan, notices: workspace.remarks }, call, workspace);
}
