import assert from 'node:assert/strict';
import { isNameShaped, isPossibleName } from '../../../src/core/note/nameShape';

describe('The shape of a name', () => {
  const names =
    'Will Okafor|Mark Field|Nadia Long|nadia long|Sam Day|Dawn Price|Grace Hill|Rose Key|Ada House|June Power|' +
    'Ines May|Jean-Luc Case|Li Wei|O’Brien|Łukasz Żak|田中|May|Ella|Una|Nur|Page Turner|' +
    'Job van Dam|Dev Anand|Patience Addo|Man Ho|Son Vu|Kim Long Tran|Cecil Day-Lewis|An Bui|Sofia Carrera|Rui Brand';
  for (const name of names.split('|')) {
    it(`is that of ${name}`, () => assert.ok(isNameShaped(name)));
  }

  const topics =
    'Power|Salary Talk|Kickoff Call|Best Questions|Roadmap Price|How To Run|Team Day|Book List|Weeks|' +
    'Field Guide|Nadia Salary|Long|Day|' +
    'can demir|job fair|Job Description|Page Layout|Team Spring|Salary Review|Can|Else';
  for (const topic of topics.split('|')) {
    it(`is not that of ${topic}`, () => assert.ok(!isNameShaped(topic)));
  }

  it('is wider in a place that is meant for a name', () => {
    for (const name of ['Brenda Brief', 'lens leo', 'Will', 'Una', 'Jane Field', 'Case Brandt']) {
      assert.ok(isPossibleName(name), name);
    }
    for (const topic of ['archive', 'Questions', 'Old Notes', 'Salary Talk', '2026', 'a b c d e']) {
      assert.ok(!isPossibleName(topic), topic);
    }
  });
});
